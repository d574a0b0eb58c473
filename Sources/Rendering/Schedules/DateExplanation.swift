internal import CivilDates
public import Planning

/// Why one initiative has the dates that it has, or none: what every format is written from.
public struct DateExplanation: Sendable {
  /// The schedule.
  public let plan: PlanSchedule
  /// The initiative's id.
  public let initiative: String
  /// The tool's version.
  public let version: String
  /// Which state of the definitions it is made of, where one was asked for.
  public let note: StateNote?

  let facts: InitiativeFacts
  /// The position among the items; nil where it has no place.
  let item: Int?
  /// Why it has no place.
  let leftOut: PlanModel.LeftOut?
  /// The days from today to the end, without a gap.
  let chain: [ChainLink]
  /// What was tried, what brings most first.
  let fixes: [DateFix]

  /// An explanation of an initiative's dates; nil where there is no such initiative.
  public init?(_ plan: PlanSchedule, of initiative: String, version: String, note: StateNote? = nil) {
    guard let facts = plan.model.facts.initiatives.first(where: { $0.id == initiative }) else { return nil }
    self.plan = plan
    self.initiative = initiative
    self.version = version
    self.note = note
    self.facts = facts
    item = plan.model.position(of: initiative)
    leftOut = plan.model.leftOut.first { $0.facts.id == initiative }?.why
    chain = item.map(plan.chain) ?? []
    fixes = item.map { plan.fixes(for: $0) } ?? []
  }

  var dates: PlanSchedule.Dates? { item.flatMap(plan.dates) }

  /// What does not fit together and befalls it.
  var conflicts: [PlanSchedule.Conflict] {
    plan.withWays(plan.conflicts.filter { $0.initiatives.contains(initiative) })
  }

  /// What was taken for granted about it, its teams and the order.
  var remarks: [PlanModel.Remark] {
    let teams = Set(item.map { plan.model.items[$0].shares.map(\.team) } ?? facts.work.map(\.team))
    return plan.model.remarks.filter { remark in
      remark.initiative.map { $0 == initiative } ?? remark.team.map(teams.contains) ?? (remark == .lostOrder)
    }
  }

  /// The days of the chain and the working days that a freeze adds after it.
  var daysToShip: (chain: Int, freeze: Int)? {
    guard let item, let dates, let all = plan.workingDays(to: item) else { return nil }
    return (all, max(plan.model.days.working(from: dates.end, to: dates.ships), 0))
  }
}
