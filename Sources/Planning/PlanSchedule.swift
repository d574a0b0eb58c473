public import CivilDates
public import Scheduling

/// A plan's schedule: every initiative with its days, and why then.
public struct PlanSchedule: Sendable {
  /// What was placed.
  public let model: PlanModel
  /// The order in which it was placed.
  public let order: PlacementOrder
  /// Where everything came to stand.
  public let schedule: Schedule
  /// Who holds each resource, by resource, in the order of placement.
  let holders: [[Holder]]

  /// A share that holds units of a resource.
  struct Holder: Sendable {
    let part: Int
    let span: Span
    let units: Int
  }

  /// Places the initiatives of `model` in the order that they wish for.
  public init(_ model: PlanModel) {
    self.init(model, problem: model.problem, order: model.order(model.wishes, in: model.problem))
  }

  /// Places them in another order, or with another problem of the same initiatives and shares.
  init(_ model: PlanModel, problem: SchedulingProblem, order: PlacementOrder) {
    self.model = model
    self.order = order
    schedule = SerialScheduler.schedule(problem, in: order)
    var holders = [[Holder]](repeating: [], count: problem.resources.count)
    for part in schedule.order {
      let (item, place) = (model.numbers.activity(of: part), model.numbers.place(of: part))
      guard let placed = schedule.activities[item].parts[place] else { continue }
      for demand in problem.activities[item].parts[place].demands {
        holders[demand.resource].append(Holder(part: part, span: placed.span, units: demand.units))
      }
    }
    self.holders = holders
  }

  /// A share as it was placed; nil where it has no place.
  func placed(_ part: Int) -> PlacedPart? {
    schedule.activities[model.numbers.activity(of: part)].parts[model.numbers.place(of: part)]
  }

  /// The dates of one initiative.
  public struct Dates: Sendable, Equatable {
    /// The first day of work; for work under way, the first working day from today on.
    public var start: Day
    /// The last day of work.
    public var end: Day
    /// The day on which it ships: `end`, or the first working day after a freeze.
    public var ships: Day
    /// The freeze that holds it back.
    public var freeze: PlanSettings.Freeze?
    /// How many working days it ships after its promise; negative where it is earlier, nil without a promise.
    public var late: Int?
  }

  /// The dates of the item at a position; nil where it could not be placed.
  public func dates(of item: Int) -> Dates? {
    guard let span = schedule.activities[item].span, let start = model.days[span.start] else { return nil }
    let shipping = model.shipping(span.end, of: item)
    let end = model.days[max(span.end - 1, 0)] ?? start
    return Dates(
      start: start, end: end, ships: shipping.day, freeze: shipping.freeze,
      late: model.late(span.end, of: item))
  }

  /// The positions of the items in the order of their starts, then of their places.
  public var byStart: [Int] {
    model.items.indices.sorted {
      let left = (schedule.activities[$0].span?.start ?? .max, model.items[$0].place)
      let right = (schedule.activities[$1].span?.start ?? .max, model.items[$1].place)
      return left < right
    }
  }

  /// The order by starts, as a lock keeps it; of two that start on one day, the one that was placed first comes first.
  ///
  /// The shares of an initiative that follow one another are one entry.
  public var lock: ScheduleLock {
    let sorted = settled
    var entries: [ScheduleLock.Entry] = []
    var next = 0
    while next < sorted.count {
      let item = model.numbers.activity(of: sorted[next])
      let parts = model.numbers.parts(of: item)
      let id = model.items[item].facts.id
      if sorted[next...].starts(with: parts) {
        entries.append(ScheduleLock.Entry(initiative: id))
        next += parts.count
      } else {
        let team = model.items[item].shares[model.numbers.place(of: sorted[next])].team
        entries.append(ScheduleLock.Entry(initiative: id, team: team))
        next += 1
      }
    }
    return ScheduleLock(order: entries.map(\.text))
  }

  /// The shares by the starts of their own schedule: in this order work that gets smaller delays nothing.
  ///
  /// It gives the same schedule, but that a share may start earlier which waits for the start of an initiative of several
  /// shares: the one of those that starts first comes first now.
  private var settled: [Int] {
    var found = schedule
    var settled: [Int] = []
    // Each round starts something earlier, until the order stays as it is.
    for _ in 0..<Self.rounds {
      var turn = [Int](repeating: .max, count: model.numbers.count)
      for (place, part) in found.order.enumerated() { turn[part] = place }
      let starts = (0..<model.numbers.count).map { part in
        found.activities[model.numbers.activity(of: part)].parts[model.numbers.place(of: part)]?.span.start
          ?? .max
      }
      let sorted = turn.indices.sorted { (starts[$0], turn[$0], $0) < (starts[$1], turn[$1], $1) }
      guard sorted != settled else { break }
      settled = sorted
      let order = PlacementOrder(sorted, in: model.problem, pullingEnds: false)
      found = SerialScheduler.schedule(model.problem, in: order)
    }
    return settled
  }

  /// How often an order is sorted by its starts at most; where something may start before what it waits for, that need
  /// not come to rest.
  private static let rounds = 20

  /// What does not fit together in the schedule as it stands.
  public enum Conflict: Sendable, Equatable {
    /// More people are asked for by work that is under way or pinned than the team has.
    case overload(team: String, from: Day, to: Day, people: Double, there: Double, initiatives: [String])
    /// More is under way or pinned than the team works on at once.
    case aboveLimit(team: String, from: Day, to: Day, limit: Int, initiatives: [String])
    /// Its start is pinned to a day that comes before what it waits for, the one that comes last first; `withWays` looks
    /// the way out up.
    case pinnedTooEarly(initiative: String, start: Day, on: [String], way: WayOut)
    /// Its start is pinned to a day that comes before the earliest one that it states.
    case pinnedBeforeEarliest(initiative: String, start: Day, notBefore: When)
    /// It starts after the last day of the time in which its start was stated.
    case startsAfterStated(initiative: String, stated: When, start: Day)
    /// It waits for itself; each waits for the next one, the last one for the first.
    case cycle([String])
    /// The team never has as many people as it needs.
    case understaffed(initiative: String, team: String, needed: Double, most: Double)
    /// It does not fit into the days that the schedule looks ahead.
    case beyondHorizon(initiative: String, last: Day)
    /// It waits for one that has no dates.
    case waits(initiative: String, on: String)
  }

  /// When an initiative could start that is pinned too early; nil days were not looked up, or there are none.
  public struct WayOut: Sendable, Equatable {
    /// The day on which it would start without the pin.
    public var unpinned: Day?
    /// A day to which it can be pinned.
    public var pinned: Day?

    /// A way out by its days.
    public init(unpinned: Day?, pinned: Day?) {
      self.unpinned = unpinned
      self.pinned = pinned
    }
  }

  /// What does not fit together, the most basic first; ways out are not looked up.
  public var conflicts: [Conflict] {
    var found: [Conflict] = order.cycles.map { .cycle($0.map(id)) }
    for (position, placed) in schedule.activities.enumerated() {
      switch placed.obstacle {
      case .understaffed(let resource, let needed, let most):
        guard case .people(let team) = model.resources[resource] else { continue }
        found.append(
          .understaffed(
            initiative: id(position), team: team, needed: Double(needed) / 1000, most: Double(most) / 1000))
      case .horizon:
        found.append(
          .beyondHorizon(initiative: id(position), last: model.days[model.days.count] ?? model.asOf))
      case .waits(let other): found.append(.waits(initiative: id(position), on: id(other)))
      case .cycle, nil: break
      }
    }
    found += schedule.overloads(of: model.problem).compactMap(conflict)
    for position in model.items.indices { found += startConflicts(of: position) }
    return found
  }

  /// The same conflicts with the ways out of what is pinned too early: of as many as do not take long, since each is looked
  /// up by some schedules of all initiatives.
  public func withWays(_ conflicts: [Conflict]) -> [Conflict] {
    var lookUps = min(max(8_000 / max(model.items.count, 1), 2), 20)
    return conflicts.map { conflict in
      guard case .pinnedTooEarly(let initiative, let start, let on, _) = conflict, lookUps > 0,
        let position = model.position(of: initiative)
      else { return conflict }
      lookUps -= 1
      return .pinnedTooEarly(initiative: initiative, start: start, on: on, way: wayOut(of: position))
    }
  }

  private func id(_ position: Int) -> String { model.items[position].facts.id }

  private func conflict(_ overload: Overload) -> Conflict? {
    guard let from = model.days[overload.span.start], let to = model.days[overload.span.end - 1] else {
      return nil
    }
    switch model.resources[overload.resource] {
    case .people(let team):
      return .overload(
        team: team, from: from, to: to, people: Double(overload.units) / 1000,
        there: Double(overload.capacity) / 1000, initiatives: overload.activities.map(id))
    case .workInProgress(let team):
      return .aboveLimit(
        team: team, from: from, to: to, limit: overload.capacity, initiatives: overload.activities.map(id))
    }
  }

  private func earliestConflict(of facts: InitiativeFacts) -> [Conflict] {
    guard let start = facts.start?.first, let earliest = facts.notBefore, start < earliest.first else {
      return []
    }
    return [.pinnedBeforeEarliest(initiative: facts.id, start: start, notBefore: earliest)]
  }

  private func startConflicts(of position: Int) -> [Conflict] {
    let item = model.items[position]
    guard item.facts.stage != .running, let span = schedule.activities[position].span,
      let start = model.days[span.start]
    else { return [] }
    if let stated = item.facts.start, stated.last >= model.asOf, stated.precision != .day, start > stated.last
    {
      return [.startsAfterStated(initiative: item.facts.id, stated: stated, start: start)]
    }
    let activity = model.problem.activities[position]
    guard activity.fixed != nil else { return [] }
    let early = earliestConflict(of: item.facts)
    let late = bounds(of: position, in: schedule).filter { $0.day > span.start }
      .sorted { ($1.day, $0.item) < ($0.day, $1.item) }
    guard !late.isEmpty else { return early }
    var on: [String] = []
    for bound in late where !on.contains(id(bound.item)) { on.append(id(bound.item)) }
    let way = WayOut(unpinned: nil, pinned: nil)
    return early + [.pinnedTooEarly(initiative: item.facts.id, start: start, on: on, way: way)]
  }

  /// The days before which an item may not start, by the links of what it waits for.
  func bounds(of position: Int, in schedule: Schedule) -> [(day: Int, item: Int, link: Int)] {
    model.problem.activities[position].links.enumerated().compactMap { index, link in
      guard let first = schedule.activities[link.activity].span else { return nil }
      switch link.kind {
      case .finishStart: return (first.end + link.lag, link.activity, index)
      case .startStart: return (first.start + link.lag, link.activity, index)
      case .finishFinish: return nil
      }
    }
  }

  /// When an item could start that is pinned too early, by schedules of its own: what it holds may delay what it waits
  /// for, and what it waits for is not pulled forward as long as it is pinned.
  private func wayOut(of position: Int) -> WayOut {
    var problem = model.problem
    func schedule(startingOn day: Int?) -> Schedule {
      problem.activities[position].fixed = day
      return SerialScheduler.schedule(problem, in: model.order(model.wishes, in: problem))
    }
    guard var day = schedule(startingOn: nil).activities[position].span?.start else {
      return WayOut(unpinned: nil, pinned: nil)
    }
    let unpinned = model.days[day]
    for _ in 0..<4 {
      let latest = bounds(of: position, in: schedule(startingOn: day)).map(\.day).max() ?? 0
      if latest <= day { return WayOut(unpinned: unpinned, pinned: model.days[day]) }
      day = latest
    }
    return WayOut(unpinned: unpinned, pinned: nil)
  }
}
