public import CivilDates
public import Planning

/// Two schedules side by side, with what they are called.
public struct ComparisonView: Sendable {
  /// What moves.
  public let comparison: ScheduleComparison
  /// The name of the state before, and of the one after.
  public let sides: (base: String, head: String)
  /// The day that counts as today on both sides.
  public let asOf: Day
  /// What the repository is called; may be empty.
  public let title: String
  /// The tool's version.
  public let version: String

  /// A comparison as it is shown.
  public init(
    _ comparison: ScheduleComparison, sides: (base: String, head: String), asOf: Day, title: String = "",
    version: String
  ) {
    self.comparison = comparison
    self.sides = sides
    self.asOf = asOf
    self.title = title
    self.version = version
  }

  /// What does not fit together any more, and did before.
  var newConflicts: [PlanSchedule.Conflict] {
    let known = comparison.before.conflicts
    return comparison.after.withWays(comparison.after.conflicts.filter { !known.contains($0) })
  }

  /// Which sides have a committed order that has no effect.
  var lostOrders: [String] {
    [(sides.base, comparison.before), (sides.head, comparison.after)].filter(\.1.model.facts.isOrderLost)
      .map { ScheduleWords.lostOrder(in: $0.0) }
  }

  /// Those of both sides that ship or start on another day, the most delayed first.
  var moved: [ScheduleComparison.Change] {
    comparison.changes.filter { change in
      guard let before = change.before, let after = change.after else { return false }
      return before.ships != after.ships || before.start != after.start
    }
  }

  /// Those of both sides of which only the end of the work is on another day: they start and ship as before.
  var ended: [ScheduleComparison.Change] {
    comparison.changes.filter { change in
      guard let before = change.before, let after = change.after else { return false }
      return before.ships == after.ships && before.start == after.start && before.end != after.end
    }
  }

  /// `2 of 31 initiatives move, 8 item-days in total; 1 gets dates; 1 promise more is missed`.
  var stability: String {
    let came = comparison.changes.count { $0.before == nil }
    let went = comparison.changes.count { $0.after == nil }
    let moved = moved.count
    var text =
      moved == 0
      ? "None of \(Counting.words(comparison.common, "initiative")) moves"
      : "\(Counting.grouped(moved)) of \(Counting.words(comparison.common, "initiative")) "
        + "\(moved == 1 ? "moves" : "move"), \(Counting.words(comparison.itemDays, "item-day")) in total"
    let asBefore = moved - comparison.moved
    if asBefore > 0 {
      text += "; \(Counting.grouped(asBefore)) of these \(asBefore == 1 ? "ships" : "ship") as before"
    }
    if came > 0 { text += "; \(Counting.grouped(came)) \(came == 1 ? "gets" : "get") dates" }
    if went > 0 { text += "; \(Counting.grouped(went)) \(went == 1 ? "has" : "have") none any more" }
    let missed = comparison.misses.count
    if missed > 0 {
      text += "; \(Counting.words(missed, "promise")) more \(missed == 1 ? "is" : "are") missed"
    }
    return text
  }
}
