public import CivilDates
internal import Diagnostics
public import Diffing
internal import Planning
internal import SchemaChecking
public import Workspaces

/// What an edit does to the dates that the schedule computes: its own, and those of others in which nothing was edited.
public enum MovedDates {
  /// The initiatives that both sides schedule and that ship on another day by the schedule of `head`, both as of one day.
  public static func changes(from base: Snapshot, to head: Snapshot, asOf: Day) -> [Change] {
    let comparison = ScheduleComparison(PlanFacts(base), PlanFacts(head), asOf: asOf)
    return comparison.changes.compactMap { moved -> Change? in
      guard let days = moved.days, days != 0, let before = moved.before, let after = moved.after,
        let definition = head.definition(kind: "initiative", id: moved.initiative)
      else { return nil }
      let version = DefinitionVersion(
        kind: definition.kind, id: definition.id, path: head.path(of: definition), root: definition.root)
      var change = Change(
        .scheduleMoved, of: version.subject(head.library.shape(of: definition.kind)),
        pathBefore: version.path, pathAfter: version.path)
      change.facts.days = before.ships.days(until: after.ships)
      change.words =
        "By the schedule it ships \(Enumeration.count(abs(days), "working day")) "
        + "\(days > 0 ? "later" : "earlier") (\(before.ships) → \(after.ships))" + because(moved)
      let isTentative = comparison.isTentative(moved.initiative)
      change.weight = days < 0 || isTentative ? .routine : .notable
      if let late = after.late, late > 0, let due = comparison.due(of: moved.initiative) {
        let text = "\(Enumeration.count(late, "working day")) after what was promised, \(due.last)"
        change.reasons.append(ChangeReason("misses-promise", text))
        if days > 0, !isTentative { change.weight = .risky }
      } else if days < 0, before.late ?? 0 > 0, after.late != nil {
        change.reasons.append(ChangeReason("keeps-promise", "in time for what was promised again"))
      }
      if isTentative { change.reasons.append(.notCommitted) }
      return change
    }
  }

  /// Which edits move it, the one that moves it furthest first.
  private static func because(_ moved: ScheduleComparison.Change) -> String {
    let own = ScheduleComparison.Edit.initiative(moved.initiative)
    let causes = moved.causes.sorted { abs($0.days) > abs($1.days) }
    if causes.isEmpty || causes.count == 1 && causes[0].edit == own { return "" }
    let names = causes.map { cause in
      let name = cause.edit == own ? "its own edit" : name(cause.edit)
      return causes.count == 1 ? name : "\(name) (\(cause.days > 0 ? "+" : "−")\(abs(cause.days)))"
    }
    return ", because of " + Enumeration.list(names, limit: 4)
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
