public import CivilDates
public import Diffing
internal import Planning
internal import Workspaces

/// When an initiative ships by the schedule: as it was reckoned when the period began, and as it is at its end.
///
/// Each by what was said then and as of that day: what moved in between is the sum of edits and of time.
public struct ScheduledDate: Sendable {
  /// The initiative.
  public let subject: Change.Subject
  /// The last day of what is promised; nil where nothing is.
  public let due: Day?
  /// The day before the period; nil where it had none.
  public let before: Day?
  /// The day at its end; nil where it has none.
  public let after: Day?
  /// How many working days later it ships than was reckoned; nil where one of the two is missing.
  public let days: Int?
  /// How many working days after the promise it ships; negative where it is earlier.
  public let late: Int?
}

extension ChangeReport {
  /// The initiatives that have dates by the schedule, those first that miss most what is promised.
  func findSchedule() -> [ScheduledDate] {
    let after = PlanModel(PlanFacts(source.after), asOf: source.day)
    guard !after.items.isEmpty else { return [] }
    let now = PlanSchedule(after)
    let then = source.beforeDay.map { PlanSchedule(PlanModel(PlanFacts(source.before), asOf: $0)) }
    let found = after.items.enumerated().compactMap { position, item -> ScheduledDate? in
      guard let definition = source.after.definition(kind: "initiative", id: item.facts.id) else {
        return nil
      }
      let dates = now.dates(of: position)
      let old = then.flatMap { then in then.model.position(of: item.facts.id).flatMap(then.dates) }
      let days = old.flatMap { old in dates.map { after.days.working(from: old.ships, to: $0.ships) } }
      return ScheduledDate(
        subject: subject(of: definition), due: item.due?.last, before: old?.ships, after: dates?.ships,
        days: days, late: dates?.late)
    }
    return found.sorted { left, right in
      let (first, second) = (left.late ?? .min, right.late ?? .min)
      return first != second ? first > second : left.subject.id < right.subject.id
    }
  }
}
