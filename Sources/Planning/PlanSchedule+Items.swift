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
    guard schedule.activities[item].span != nil else { return [] }
    return model.numbers.parts(of: item).compactMap { part in
      guard let placed = placed(part), let reason = startReason(of: part) else { return nil }
      return PlacedShare(
        share: model.share(part), start: reason.start,
        end: model.days[max(placed.span.end - 1, placed.span.start)] ?? reason.start,
        days: placed.span.count, reason: reason)
    }
  }

  /// For each item where its first share stands among those of all items in the order in which everything is placed, from
  /// 1; 0 where it is not placed.
  public var turns: [Int] {
    var turns = [Int](repeating: 0, count: model.items.count)
    var next = 1
    for part in schedule.order where turns[model.numbers.activity(of: part)] == 0 {
      turns[model.numbers.activity(of: part)] = next
      next += 1
    }
    return turns
  }

  /// What an initiative that is placed says; nil where there is none of that id.
  public func facts(of initiative: String) -> InitiativeFacts? {
    model.position(of: initiative).map { model.items[$0].facts }
  }

  /// Whether work on an item has begun.
  public func isUnderWay(_ item: Int) -> Bool { model.items[item].facts.stage == .running }

  /// Whether the start of an item is pinned to a day, apart from work that is under way.
  public func isPinned(_ item: Int) -> Bool {
    model.problem.activities[item].fixed != nil && !isUnderWay(item)
  }

  /// Whether anything is under way or pinned, and so placed before all else.
  public var hasFixed: Bool { model.problem.activities.contains { $0.fixed != nil } }

  /// The places of an item's shares in the order of all shares, from 1, the first one first; nil where they follow one
  /// another, so that the item has one place.
  public func dividedTurns(of item: Int) -> [(team: String, turn: Int)]? {
    let turns = schedule.order.enumerated().filter { model.numbers.activity(of: $0.element) == item }
    guard let first = turns.first, let last = turns.last, last.offset - first.offset >= turns.count else {
      return nil
    }
    return turns.map { (model.share($0.element).team, $0.offset + 1) }
  }

  /// How many shares the order has.
  public var shareCount: Int { schedule.order.count }

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
    let ends = model.numbers.parts(of: item).compactMap { part -> Int? in
      guard model.share(part).team == team, let span = placed(part)?.span else { return nil }
      return span.start < number && number <= span.end ? span.end : nil
    }
    return ends.min().flatMap { model.days[$0 - 1] }
  }
}
