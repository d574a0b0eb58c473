import Scheduling
import Testing

/// What a product manager can rely on, with calendars, teams that change, and work of several parts.
@Suite struct InvariantTests {
  private static let several = RandomProblem.Traits(horizon: 150...300)
  private static let single = RandomProblem.Traits(horizon: 150...300, parts: 0...1)

  private static func place(_ problem: SchedulingProblem, _ order: [Int]) -> Schedule {
    SerialScheduler.schedule(problem, in: PlacementOrder(order, in: problem))
  }

  /// An activity never delays one that is placed before it: lengthening or adding one moves nothing above it.
  @Test(arguments: 0..<20) func whatComesLaterDelaysNothingAbove(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 1_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.several)
      let order = PlacementOrder(random.order(of: problem), in: problem)
      let before = SerialScheduler.schedule(problem, in: order)
      let place = random.random.below(before.order.count)
      let changed = before.order[place]
      guard problem.activities[changed].fixed == nil else { continue }
      var longer = problem
      longer.activities[changed].parts.append(
        Part(
          work: random.random.pick(1...20_000), demands: longer.activities[changed].parts.first?.demands ?? []
        ))
      for part in longer.activities[changed].parts.indices {
        longer.activities[changed].parts[part].work += random.random.pick(0...9_000)
      }
      let after = SerialScheduler.schedule(longer, in: order)
      for above in before.order[..<place] {
        #expect(after.activities[above] == before.activities[above], "batch \(batch) seed \(seed)")
      }
    }
  }

  /// No part could start a day earlier, for the very reason that is named.
  @Test(arguments: 0..<20) func everyStartHasItsCause(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 2_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.several)
      let schedule = Self.place(problem, random.order(of: problem))
      for (position, placed) in schedule.activities.enumerated() {
        let activity = problem.activities[position]
        for (part, found) in zip(activity.parts, placed.parts) {
          let before = found.span.start - 1
          switch found.binding {
          case .firstDay: #expect(found.span.start == 0)
          case .fixed: #expect(activity.fixed == found.span.start)
          case .earliest: #expect(activity.earliest == found.span.start)
          case .link(let index):
            let link = activity.links[index]
            let first = schedule.activities[link.activity].span
            #expect(
              (link.kind == .startStart ? first?.start : first?.end).map { $0 + link.lag } == found.span.start
            )
          case .calendar(nil): #expect(part.pace.map { problem.paces[$0][before] } == 0)
          case .calendar(let resource?):
            let needed = part.demands.first { $0.resource == resource }?.units ?? 0
            #expect(problem.resources[resource].capacity[before] < needed)
          case .resource(let resource, let blockers):
            let there = problem.resources[resource].capacity[before]
            let needed = min(part.demands.first { $0.resource == resource }?.units ?? 0, there)
            #expect(!blockers.isEmpty)
            #expect(
              Self.held(resource, by: blockers, on: before, in: problem, schedule, there) + needed > there)
          }
        }
      }
    }
  }

  private static func held(
    _ resource: Int, by blockers: [Int], on day: Int, in problem: SchedulingProblem, _ schedule: Schedule,
    _ there: Int
  ) -> Int {
    var held = 0
    for blocker in blockers {
      for (part, found) in zip(problem.activities[blocker].parts, schedule.activities[blocker].parts)
      where found.span.start <= day && day < found.span.end {
        for demand in part.demands where demand.resource == resource { held += min(demand.units, there) }
      }
    }
    return held
  }

  /// In an order by starts, cutting work delays nothing, where every activity has one part.
  @Test(arguments: 0..<40) func cuttingWorkDelaysNothing(_ batch: UInt64) {
    var settled = 0
    for seed in 0..<50 {
      var random = RandomProblem(seed: 3_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.single)
      guard let (order, before) = Self.settled(problem, random.order(of: problem)) else { continue }
      settled += 1
      for _ in 0..<3 {
        var cut = problem
        for activity in cut.activities.indices where random.random.chance(30) {
          for part in cut.activities[activity].parts.indices {
            cut.activities[activity].parts[part].work -= random.random.below(
              cut.activities[activity].parts[part].work + 1)
          }
        }
        let after = Self.place(cut, order)
        for activity in problem.activities.indices {
          guard let old = before.activities[activity].span else { continue }
          let new = after.activities[activity].span
          #expect(
            new.map { $0.start <= old.start && $0.end <= old.end } == true, "batch \(batch) seed \(seed)")
        }
      }
    }
    #expect(settled > 10)
  }

  /// Where activities have several parts, an order of activities does not say in which order parts start, and cutting
  /// work may delay: here the short part is placed first although it starts last, and after the cut it comes where the
  /// long one was.
  @Test func ordersOfActivitiesDoNotOrderTheirParts() {
    var problem = SchedulingProblem(
      horizon: 50, resources: [Resource(capacity: 6), Resource(capacity: 4)],
      activities: [
        Activity(parts: [Part(work: 9000, demands: [Demand(resource: 0, units: 6)])]),
        Activity(parts: [
          Part(work: 1000, demands: [Demand(resource: 0, units: 4), Demand(resource: 1, units: 2)]),
          Part(work: 8000, demands: [Demand(resource: 1, units: 3)]),
        ]),
      ])
    #expect(Self.place(problem, [0, 1]).activities[1].span == Span(start: 0, end: 10))
    problem.activities[0].parts[0].work = 5000
    #expect(Self.place(problem, [0, 1]).activities[1].span == Span(start: 5, end: 14))
  }

  /// An order in which what is free stands by the starts of its own schedule, and that schedule; nil where sorting
  /// does not come to rest, or what waits can start before what it waits for.
  static func settled(_ problem: SchedulingProblem, _ order: [Int]) -> (order: [Int], schedule: Schedule)? {
    var order = order
    for _ in 0..<20 {
      let schedule = place(problem, order)
      func start(_ activity: Int) -> Int { schedule.activities[activity].span?.start ?? Int.max }
      let free = schedule.order.filter { problem.activities[$0].fixed == nil }
      if zip(free, free.dropFirst()).allSatisfy({ start($0) <= start($1) }) { return (order, schedule) }
      order = order.enumerated().sorted { (start($0.element), $0.offset) < (start($1.element), $1.offset) }
        .map(\.element)
    }
    return nil
  }

  /// The same problem and order have the same schedule, and what is fixed stays whatever is placed around it.
  @Test(arguments: 0..<20) func equalIsEqualAndWhatIsFixedStays(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 4_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.several)
      let order = random.order(of: problem)
      let schedule = Self.place(problem, order)
      #expect(schedule == Self.place(problem, order))
      let other = Self.place(problem, random.order(of: problem))
      for (position, activity) in problem.activities.enumerated() {
        guard let fixed = activity.fixed else { continue }
        #expect(schedule.activities[position].parts == other.activities[position].parts)
        #expect(schedule.activities[position].span.map { $0.start == fixed } ?? true)
      }
    }
  }
}
