import Scheduling
import Testing

/// Whatever numbers a problem holds, it is placed or told; nothing crashes and nothing hangs.
@Suite struct HostileProblemTests {
  private static let numbers = [
    Int.min, Int.min + 1, -1_000_000, -1, 0, 1, 2, 7, 999, 1000, 1001, 70_000, 1 << 30, 1 << 40, Int.max - 1,
    Int.max,
  ]

  private static func problem(_ random: inout SplitMix64) -> SchedulingProblem {
    func number() -> Int { random.chance(50) ? random.pick(-3...30) : numbers[random.below(numbers.count)] }
    let resources = (0..<random.below(4)).map { _ in
      Resource(
        capacity: StepFunction(
          initial: number(), steps: (0..<random.below(3)).map { _ in (day: number(), value: number()) }))
    }
    let paces = (0..<random.below(3)).map { _ in Pace((0..<random.below(5)).map { _ in number() }) }
    let kinds: [Link.Kind] = [.finishStart, .startStart, .finishFinish]
    let activities = (0..<random.below(9)).map { _ in
      Activity(
        parts: (0..<random.below(3)).map { _ in
          Part(
            work: number(), pace: random.chance(50) ? number() : nil,
            demands: (0..<random.below(4)).map { _ in Demand(resource: number(), units: number()) })
        },
        links: (0..<random.below(3)).map { _ in
          Link(to: random.chance(80) ? random.below(9) : number(), kinds[random.below(3)], lag: number())
        },
        earliest: number(), fixed: random.chance(20) ? number() : nil,
        due: random.chance(30) ? number() : nil,
        weight: number())
    }
    return SchedulingProblem(
      horizon: number(), resources: resources, paces: paces, activities: activities)
  }

  @Test(arguments: 0..<8) func nothingCrashes(_ batch: UInt64) {
    var random = SplitMix64(seed: 31_000 + batch)
    for _ in 0..<25 {
      let problem = Self.problem(&random)
      let wishes = (0..<12).map { _ in random.chance(80) ? random.below(9) : Self.numbers[random.below(16)] }
      let order = PlacementOrder(wishes, in: problem)
      _ = problem.latestFinishes()
      let schedule = SerialScheduler.schedule(problem, in: order)
      for (activity, placed) in zip(problem.activities, schedule.activities) {
        #expect((placed.span == nil) == (placed.obstacle != nil))
        #expect(placed.span.map { $0.start >= 0 && $0.end <= problem.days } ?? true)
        #expect(placed.parts.count == max(activity.parts.count, 1))
        #expect(placed.span == nil || placed.parts.allSatisfy { $0 != nil })
      }
      _ = schedule.overloads(of: problem)
      var decoder = FastDecoder(problem)
      decoder.decode(order.parts, works: wishes.shuffledNumbers(&random), tracing: true)
      decoder.decode(order.parts, tracing: true)
      for activity in problem.activities.indices {
        #expect(decoder.span(of: activity) == schedule.activities[activity].span)
      }
      let proposal = ScheduleOptimizer(budget: random.chance(10) ? Int.min : 20).optimize(
        problem, committed: order, frozen: Set(wishes.prefix(2)))
      #expect(proposal.objective <= proposal.committed)
    }
  }

  @Test func numbersAreReadAsFarAsTheyCanBeCounted() {
    #expect(Pace(every: 999).end(of: Int.max, from: Int.max) == nil)
    #expect(Pace([]).end(of: Int.max, from: 0) == Int.max / 1000 + 1)
    #expect(Pace([1000, -5]).end(of: 1001, from: Int.min) == nil)
    let long = SchedulingProblem(horizon: Int.max, resources: [], activities: [])
    #expect(long.days == SchedulingLimits.days)
  }

  /// Ten thousand activities take moments, even where all of them want the same team.
  @Test(.timeLimit(.minutes(1))) func manyActivitiesArePlaced() {
    var random = SplitMix64(seed: 5)
    let activities = (0..<10_000).map { position in
      Activity(
        parts: [
          Part(
            work: random.pick(1...4) * 1000,
            demands: [Demand(resource: random.below(20), units: random.pick(1...3))])
        ],
        links: position > 0 && random.chance(30) ? [Link(to: random.below(position))] : [])
    }
    let problem = SchedulingProblem(
      horizon: 20_000, resources: (0..<20).map { _ in Resource(capacity: 4) }, activities: activities)
    let order = PlacementOrder(Array(activities.indices), in: problem)
    let schedule = SerialScheduler.schedule(problem, in: order)
    #expect(schedule.activities.allSatisfy { $0.span != nil })
    #expect(schedule.overloads(of: problem).isEmpty)
    var decoder = FastDecoder(problem)
    decoder.decode(order.parts)
    #expect(decoder.makespan == schedule.makespan)
  }
}

extension [Int] {
  fileprivate func shuffledNumbers(_ random: inout SplitMix64) -> [Int] {
    var numbers = self
    for index in numbers.indices { numbers.swapAt(index, index + random.below(numbers.count - index)) }
    return numbers
  }
}
