public import CivilDates
public import Diffing
internal import JSONSyntax
internal import Workspaces

/// When something is to be done, before and after.
public struct TimelineRow: Sendable {
  /// The stretch of time that one side plans.
  public struct Plan: Hashable, Sendable {
    /// The first day, where the definition names one.
    public let start: Day?
    /// The last day that is promised.
    public let end: Day
    /// The days of the milestones.
    public let milestones: [Day]
  }

  /// The definition.
  public let subject: Change.Subject
  /// What was planned; nil where nothing was.
  public let before: Plan?
  /// What is planned; nil where nothing is any more.
  public let after: Plan?
  /// How much later the end is, in days; zero where one side has none.
  public var days: Int {
    guard let before, let after else { return 0 }
    return before.end.days(until: after.end)
  }
}

extension ChangeReport {
  /// The initiatives whose plan moved, came or went, those that moved furthest first.
  ///
  /// What ended is left out unless its dates moved on the way.
  public func timeline() -> [TimelineRow] {
    changed.filter { $0.subject.kind == "initiative" }.compactMap { initiative -> TimelineRow? in
      let row = TimelineRow(
        subject: initiative.subject, before: plan(of: initiative.before), after: plan(of: initiative.after))
      guard row.before != row.after else { return nil }
      return row
    }.sorted {
      (-$0.days.magnitudeAsInt, $0.after == nil ? 1 : 0, $0.subject.name)
        < (-$1.days.magnitudeAsInt, $1.after == nil ? 1 : 0, $1.subject.name)
    }
  }

  private func plan(of definition: JSONValue?) -> TimelineRow.Plan? {
    guard let definition else { return nil }
    func when(_ value: JSONValue?) -> When? {
      value?.content.flatMap { When($0, fiscalYearStart: source.after.configuration.fiscalYearStart) }
    }
    let milestones = definition.items("milestones").compactMap { when($0["target"])?.last }
    guard let end = (milestones + [when(definition["target"])?.last].compactMap(\.self)).max() else {
      return nil
    }
    let start = when(definition["start"])?.first
    return TimelineRow.Plan(start: start.flatMap { $0 <= end ? $0 : nil }, end: end, milestones: milestones)
  }
}

extension Int {
  /// The distance from zero, cut at what an integer holds.
  fileprivate var magnitudeAsInt: Int { Int(clamping: magnitude) }
}
