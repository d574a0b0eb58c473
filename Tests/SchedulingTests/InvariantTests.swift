import Scheduling
import Testing

/// What a product manager can rely on, with calendars, teams that change, and work of several parts.
@Suite struct InvariantTests {
  private static let all = RandomProblem.Traits(horizon: 150...300)
  private static let withoutOverlaps = RandomProblem.Traits(horizon: 150...300, mayOverlap: false)

  /// A part never delays one that is placed before it: lengthening an activity moves nothing above its first part.
  @Test(arguments: 0..<20) func whatComesLaterDelaysNothingAbove(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 1_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.all)
      let numbers = PartNumbers(problem)
      let order = random.order(of: problem)
      let before = SerialScheduler.schedule(problem, in: order)
      let changed = numbers.activity(of: before.order[random.random.below(before.order.count)])
      guard problem.activities[changed].fixed == nil, !problem.activities[changed].parts.isEmpty else {
        continue
      }
      var longer = problem
      for part in longer.activities[changed].parts.indices {
        longer.activities[changed].parts[part].work += random.random.pick(1...9_000)
      }
      let after = SerialScheduler.schedule(longer, in: order)
      for above in before.order.prefix(while: { numbers.activity(of: $0) != changed }) {
        let activity = numbers.activity(of: above)
        let place = numbers.place(of: above)
        #expect(
          after.activities[activity].parts[place] == before.activities[activity].parts[place],
          "batch \(batch) seed \(seed)")
      }
    }
  }

  /// No part could start a day earlier, for the very reason that is named.
  @Test(arguments: 0..<20) func everyStartHasItsCause(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 2_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.all)
      let schedule = SerialScheduler.schedule(problem, in: random.order(of: problem))
      for (position, placed) in schedule.activities.enumerated() {
        let activity = problem.activities[position]
        for (part, found) in zip(activity.parts, placed.parts) {
          guard let found else { continue }
          let before = found.span.start - 1
          switch found.binding {
          case .firstDay: #expect(found.span.start == 0)
          case .fixed: #expect(activity.fixed == found.span.start)
          case .earliest: #expect(activity.earliest == found.span.start)
          case .link(let index):
            let link = activity.links[index]
            let first = schedule.activities[link.activity]
            if link.kind == .startStart {
              #expect(first.parts.contains { $0.map { $0.span.start + link.lag } == found.span.start })
            } else {
              #expect(first.span.map { $0.end + link.lag } == found.span.start)
            }
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
    let numbers = PartNumbers(problem)
    var held = 0
    for blocker in blockers {
      let activity = numbers.activity(of: blocker)
      let place = numbers.place(of: blocker)
      guard let span = schedule.activities[activity].parts[place]?.span, span.start <= day, day < span.end
      else { continue }
      for demand in problem.activities[activity].parts[place].demands where demand.resource == resource {
        held += min(demand.units, there)
      }
    }
    return held
  }

  /// In an order by starts, cutting work delays nothing; and every schedule has an order by starts, unless negative lags
  /// let something start before what it waits for.
  @Test(arguments: 0..<40) func cuttingWorkDelaysNothing(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 3_000_000 + batch * 100 + UInt64(seed))
      let overlaps = seed % 2 == 0
      let problem = random.problem(overlaps ? Self.all : Self.withoutOverlaps)
      let settled = Self.settled(problem, random.order(of: problem))
      #expect(settled != nil || overlaps, "batch \(batch) seed \(seed)")
      guard let (order, before) = settled else { continue }
      for _ in 0..<3 {
        var cut = problem
        for activity in cut.activities.indices where random.random.chance(30) {
          for part in cut.activities[activity].parts.indices {
            cut.activities[activity].parts[part].work -= random.random.below(
              cut.activities[activity].parts[part].work + 1)
          }
        }
        let after = SerialScheduler.schedule(cut, in: order)
        for (old, new) in zip(before.activities, after.activities) {
          #expect(Self.isNoLater(new.span, than: old.span), "batch \(batch) seed \(seed)")
          for (old, new) in zip(old.parts, new.parts) {
            #expect(Self.isNoLater(new?.span, than: old?.span), "batch \(batch) seed \(seed)")
          }
        }
      }
    }
  }

  private static func isNoLater(_ new: Span?, than old: Span?) -> Bool {
    guard let old else { return true }
    return new.map { $0.start <= old.start && $0.end <= old.end } ?? false
  }

  /// An order of activities does not say in which order their parts start, and under it cutting work may delay.
  ///
  /// Here the short part is placed first although it starts last, and after the cut it comes where the long one was. Under
  /// the order of the parts by their starts it does not.
  @Test func partsHaveTheirOwnPlaces() {
    var problem = SchedulingProblem(
      horizon: 50, resources: [Resource(capacity: 6), Resource(capacity: 4)],
      activities: [
        Activity(parts: [Part(work: 9000, demands: [Demand(resource: 0, units: 6)])]),
        Activity(parts: [
          Part(work: 1000, demands: [Demand(resource: 0, units: 4), Demand(resource: 1, units: 2)]),
          Part(work: 8000, demands: [Demand(resource: 1, units: 3)]),
        ]),
      ])
    func span(_ wishes: [Int]) -> Span? {
      let order = PlacementOrder(wishes, in: problem, pullingEnds: false)
      return SerialScheduler.schedule(problem, in: order).activities[1].span
    }
    #expect(span([0, 1, 2]) == Span(start: 0, end: 10) && span([0, 2, 1]) == span([0, 1, 2]))
    problem.activities[0].parts[0].work = 5000
    #expect(span([0, 1, 2]) == Span(start: 5, end: 14))
    #expect(span([0, 2, 1]) == Span(start: 0, end: 9))
  }

  /// The parts that are free by the starts of their own schedule, and that schedule; nil where sorting does not come to
  /// rest, as what waits can start before what it waits for.
  static func settled(
    _ problem: SchedulingProblem, _ order: PlacementOrder
  ) -> (order: PlacementOrder, schedule: Schedule)? {
    let numbers = PartNumbers(problem)
    var order = order
    for _ in 0..<50 {
      let schedule = SerialScheduler.schedule(problem, in: order)
      func start(_ part: Int) -> Int {
        schedule.activities[numbers.activity(of: part)].parts[numbers.place(of: part)]?.span.start ?? .max
      }
      let free = schedule.order.filter { problem.activities[numbers.activity(of: $0)].fixed == nil }
      if zip(free, free.dropFirst()).allSatisfy({ start($0) <= start($1) }) { return (order, schedule) }
      let sorted = order.parts.enumerated()
        .sorted { (start($0.element), $0.offset) < (start($1.element), $1.offset) }.map(\.element)
      order = PlacementOrder(sorted, in: problem, pullingEnds: false)
    }
    return nil
  }

  /// The same problem and order have the same schedule, and what is fixed stays whatever is placed around it.
  @Test(arguments: 0..<20) func equalIsEqualAndWhatIsFixedStays(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 4_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem(Self.all)
      let order = random.order(of: problem)
      let schedule = SerialScheduler.schedule(problem, in: order)
      #expect(schedule == SerialScheduler.schedule(problem, in: order))
      let other = SerialScheduler.schedule(problem, in: random.order(of: problem))
      for (position, activity) in problem.activities.enumerated() {
        guard let fixed = activity.fixed else { continue }
        #expect(schedule.activities[position].parts == other.activities[position].parts)
        #expect(schedule.activities[position].span.map { $0.start == fixed } ?? true)
      }
    }
  }
}
