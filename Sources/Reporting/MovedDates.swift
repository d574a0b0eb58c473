public import CivilDates
internal import Diagnostics
public import Diffing
internal import Planning
internal import SchemaChecking
public import Workspaces

/// What an edit does to the dates that the schedule computes: its own, and those of others in which nothing was edited.
public enum MovedDates {
  /// The initiatives that ship on another day by the schedule of `head`, that miss their promises now or have lost their
  /// dates, both sides as of one day.
  public static func changes(from base: Snapshot, to head: Snapshot, asOf: Day) -> [Change] {
    let comparison = ScheduleComparison(PlanFacts(base), PlanFacts(head), asOf: asOf)
    let moved = comparison.changes.filter { $0.days ?? 0 != 0 }
    let later = Set(moved.lazy.filter { $0.days ?? 0 > 0 }.map(\.initiative))
    return moved.compactMap { change($0, comparison, head) }
      + comparison.misses.filter { !later.contains($0.initiative) }.compactMap {
        change($0, comparison, head)
      }
      + comparison.losses.compactMap { change($0, comparison, head) }
  }

  private static func following(_ idiom: ChangeIdiom, _ id: String, in head: Snapshot) -> Change? {
    guard let definition = head.definition(kind: "initiative", id: id) else { return nil }
    let version = DefinitionVersion(
      kind: definition.kind, id: definition.id, path: head.path(of: definition), root: definition.root)
    return Change(
      idiom, of: version.subject(head.library.shape(of: definition.kind)), pathBefore: version.path,
      pathAfter: version.path)
  }

  private static func change(
    _ moved: ScheduleComparison.Change, _ comparison: ScheduleComparison, _ head: Snapshot
  ) -> Change? {
    guard let days = moved.days, let before = moved.before, let after = moved.after,
      var change = following(.scheduleMoved, moved.initiative, in: head)
    else { return nil }
    change.facts.days = before.ships.days(until: after.ships)
    let edits = because(moved)
    change.facts.schedule = ChangeFacts.ScheduleMove(days: days, edits: edits)
    change.words =
      "By the schedule it ships \(Enumeration.count(abs(days), "working day")) "
      + "\(days > 0 ? "later" : "earlier") (\(before.ships) → \(after.ships))"
      + (edits.map { ", because of \($0)" } ?? "")
    let isTentative = comparison.isTentative(moved.initiative)
    change.weight = days < 0 || isTentative ? .routine : .notable
    if let late = after.late, late > 0, let due = comparison.due(of: moved.initiative) {
      change.reasons.append(missing(late, due))
      // What was late before is later now; what became late by this is what reviewers have to see.
      if comparison.isMissed(moved.initiative), !isTentative { change.weight = .risky }
    } else if days < 0, before.late ?? 0 > 0, after.late != nil {
      change.reasons.append(ChangeReason("keeps-promise", "in time for what was promised again"))
    }
    if isTentative { change.reasons.append(.notCommitted) }
    return change
  }

  private static func missing(_ late: Int, _ due: When) -> ChangeReason {
    ChangeReason(
      "misses-promise", "\(Enumeration.count(late, "working day")) after what was promised, \(due.last)")
  }

  private static func change(
    _ miss: ScheduleComparison.Miss, _ comparison: ScheduleComparison, _ head: Snapshot
  ) -> Change? {
    guard let ships = comparison.shippingDay(of: miss.initiative),
      let due = comparison.due(of: miss.initiative),
      var change = following(.scheduleMissed, miss.initiative, in: head)
    else { return nil }
    let edits = comparison.steps.filter { step in step.misses.contains { $0.initiative == miss.initiative } }
    change.words = "By the schedule it ships on \(ships)" + because(edits, of: miss.initiative)
    change.reasons.append(missing(miss.late, due))
    let isTentative = comparison.isTentative(miss.initiative)
    change.weight = isTentative ? .notable : .risky
    if isTentative { change.reasons.append(.notCommitted) }
    return change
  }

  private static func change(
    _ loss: ScheduleComparison.Loss, _ comparison: ScheduleComparison, _ head: Snapshot
  ) -> Change? {
    // Who pauses it says so in its own edit.
    guard loss.why != .paused, var change = following(.scheduleLost, loss.initiative, in: head) else {
      return nil
    }
    let edits = comparison.steps.filter { step in step.losses.contains { $0.initiative == loss.initiative } }
    change.words = "The schedule has no dates for it any more" + because(edits, of: loss.initiative)
    change.weight = comparison.isTentative(loss.initiative) ? .notable : .risky
    switch loss.why {
    case .noEffort: change.reasons.append(ChangeReason("no-effort", "it says nothing about its work"))
    case .waits(let other):
      change.reasons.append(ChangeReason("waits", "it waits for \(other), which has no dates"))
    case .done, .dropped, .paused: break
    case nil:
      let misfit = comparison.misfits.first { $0.withoutDates.contains(loss.initiative) }
      change.reasons.append(misfit.map { reason($0, loss.initiative) } ?? misplaced)
    }
    return change
  }

  private static let misplaced = ChangeReason("does-not-fit", "something does not fit together")

  private static func reason(_ misfit: PlanSchedule.Conflict, _ initiative: String) -> ChangeReason {
    switch misfit {
    case .cycle(let circle):
      let others = circle.filter { $0 != initiative }
      let through = others.isEmpty ? "" : ", through " + Enumeration.list(others, limit: 4)
      return ChangeReason("circle", "it waits for itself\(through)")
    case .understaffed(_, let team, _, _):
      return ChangeReason("understaffed", "it needs more people of team \(team) at once than there ever are")
    case .beyondHorizon(_, let last):
      return ChangeReason("beyond-horizon", "it does not fit into the days up to \(last)")
    case .waits(_, let other):
      return ChangeReason("waits", "it waits for \(other), which has no dates")
    case .overload, .aboveLimit, .pinnedTooEarly, .pinnedBeforeEarliest, .startsAfterStated:
      return misplaced
    }
  }

  private static func because(_ steps: [ScheduleComparison.Step], of initiative: String) -> String {
    let others = steps.map(\.edit).filter { $0 != .initiative(initiative) }
    return others.isEmpty ? "" : ", because of " + Enumeration.list(others.map(name), limit: 4)
  }

  /// Which edits move it, the one that moves it furthest first; nil where it is its own alone.
  private static func because(_ moved: ScheduleComparison.Change) -> String? {
    let own = ScheduleComparison.Edit.initiative(moved.initiative)
    let causes = moved.causes.sorted { abs($0.days) > abs($1.days) }
    if causes.isEmpty || causes.count == 1 && causes[0].edit == own { return nil }
    let names = causes.map { cause in
      let name = cause.edit == own ? "its own edit" : name(cause.edit)
      return causes.count == 1 ? name : "\(name) (\(cause.days > 0 ? "+" : "−")\(abs(cause.days)))"
    }
    return Enumeration.list(names, limit: 4)
  }

  private static func name(_ edit: ScheduleComparison.Edit) -> String {
    switch edit {
    case .settings: "prodops.json"
    case .lock: "the committed order"
    case .team(let id): "team \(id)"
    case .initiative(let id): id
    case .others(let count): Enumeration.count(count, "further edit")
    }
  }
}
