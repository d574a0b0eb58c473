public import CivilDates
internal import Scheduling

extension PlanSchedule {
  /// One team's share of an initiative as it stands in time.
  public struct PlacedShare: Sendable {
    /// The share.
    public let share: PlanModel.Share
    /// Its first day of work; for work under way, the first working day from today on.
    public let start: Day
    /// Its last day of work.
    public let end: Day
    /// The working days from the first to the last one, both counted.
    public let days: Int
    /// Why it starts then.
    public let reason: StartReason
  }

  /// The shares of an item in their order; empty where it has no dates or no work.
  public func placedShares(of item: Int) -> [PlacedShare] {
    zip(zip(model.items[item].shares, schedule.activities[item].parts), startReasons(of: item)).map {
      PlacedShare(
        share: $0.0, start: $1.start, end: model.days[max($0.1.span.end - 1, $0.1.span.start)] ?? $1.start,
        days: $0.1.span.count, reason: $1)
    }
  }

  /// For each item where it stands in the order in which everything is placed, from 1; 0 where it is not placed.
  public var turns: [Int] {
    var turns = [Int](repeating: 0, count: model.items.count)
    for (index, item) in schedule.order.enumerated() { turns[item] = index + 1 }
    return turns
  }

  /// The item that waits for an item and pulls it forward in the order; nil where its own place holds.
  public func pulledBy(_ item: Int) -> Int? {
    order.pulledBy.indices.contains(item) ? order.pulledBy[item] : nil
  }

  /// The working days from today to an item's end, the last one counted; nil where it has no dates.
  public func workingDays(to item: Int) -> Int? { schedule.activities[item].span.map { max($0.end, 0) } }

  /// How many of the dependencies of an item it still waits for.
  public func openDependencies(of item: Int) -> Int {
    model.problem.activities[item].links.count { $0.kind != .finishFinish }
  }

  /// The last day before `day` on which people work; nil where there is none from today on.
  public func workingDay(before day: Day) -> Day? {
    let number = model.days.number(from: day)
    return number > 0 ? model.days[number - 1] : nil
  }

  /// The day until which an initiative's share holds a team that somebody waits for on the day `start`.
  public func holds(_ team: String, _ initiative: String, before start: Day) -> Day? {
    let number = model.days.number(from: start)
    guard let item = model.position(of: initiative) else { return nil }
    let ends = zip(model.items[item].shares, schedule.activities[item].parts).compactMap { share, placed in
      share.team == team && placed.span.start < number && number <= placed.span.end ? placed.span.end : nil
    }
    return ends.min().flatMap { model.days[$0 - 1] }
  }
}
