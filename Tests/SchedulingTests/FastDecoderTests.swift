import Scheduling
import Testing

@Suite struct FastDecoderTests {
  /// Both schedulers place everything alike, whatever a problem is made of.
  @Test(arguments: 0..<40) func itPlacesAsTheExplainingSchedulerDoes(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: batch * 1000 + UInt64(seed))
      let problem = random.problem()
      var decoder = FastDecoder(problem)
      for round in 0..<3 {
        let order = PlacementOrder(random.shuffled(Array(problem.activities.indices)), in: problem)
        let schedule = SerialScheduler.schedule(problem, in: order)
        decoder.decode(order.activities, tracing: round == 1)
        for activity in problem.activities.indices {
          #expect(decoder.span(of: activity) == schedule.activities[activity].span, "seed \(batch) \(seed)")
        }
        #expect(decoder.makespan == schedule.makespan)
      }
    }
  }

  @Test(arguments: 0..<10) func worksCanBeReplaced(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 77_000 + batch * 1000 + UInt64(seed))
      let problem = random.problem()
      let order = PlacementOrder(Array(problem.activities.indices), in: problem)
      var decoder = FastDecoder(problem)
      var changed = problem
      var works: [Int] = []
      for (index, activity) in problem.activities.enumerated() {
        for part in activity.parts.indices {
          let work = random.random.pick(-100...15_000)
          works.append(work)
          changed.activities[index].parts[part].work = work
        }
      }
      decoder.decode(order.activities, works: works)
      let other = SerialScheduler.schedule(changed, in: order)
      #expect(problem.activities.indices.allSatisfy { decoder.span(of: $0) == other.activities[$0].span })
      decoder.decode(order.activities)
      let own = SerialScheduler.schedule(problem, in: order)
      #expect(problem.activities.indices.allSatisfy { decoder.span(of: $0) == own.activities[$0].span })
    }
  }

  /// The traced cause is the one that the explaining scheduler names, and chains of causes end.
  @Test(arguments: 0..<20) func causesAreThoseThatAreNamed(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 555_000 + batch * 1000 + UInt64(seed))
      let problem = random.problem()
      let order = PlacementOrder(random.shuffled(Array(problem.activities.indices)), in: problem)
      let schedule = SerialScheduler.schedule(problem, in: order)
      var decoder = FastDecoder(problem)
      decoder.decode(order.activities, tracing: true)
      for (position, activity) in problem.activities.enumerated() {
        let cause = decoder.cause(of: position)
        let placed = schedule.activities[position]
        var steps = 0
        var last = position
        while decoder.cause(of: last) >= 0, steps <= problem.activities.count {
          last = decoder.cause(of: last)
          steps += 1
        }
        #expect(steps <= problem.activities.count)
        guard let span = placed.span else { continue }
        if let held = placed.heldBy {
          #expect(cause >= 0 && decoder.end(of: cause) + activity.links[held].lag == span.end)
          continue
        }
        let worked = placed.parts.map(\.span.end).max()
        guard let part = placed.parts.first(where: { $0.span.end == worked }) else { continue }
        switch part.binding {
        case .firstDay, .fixed, .earliest: #expect(cause == -1)
        case .link(let link): #expect(cause == activity.links[link].activity)
        case .calendar: break
        case .resource(_, let blockers):
          guard !blockers.contains(position) else { continue }
          #expect(blockers.contains(cause))
          let endThen = blockers.filter { blocker in
            schedule.activities[blocker].parts.contains { $0.span.end == part.span.start }
          }
          #expect(endThen.isEmpty || endThen.contains(cause))
        }
      }
    }
  }

  @Test func ordersThatAreNoneAreRead() {
    var random = RandomProblem(seed: 4)
    let problem = random.problem()
    var decoder = FastDecoder(problem)
    decoder.decode([-1, Int.max, 0, 0, 5_000, Int.min] + Array(problem.activities.indices.reversed()))
    decoder.decode([])
    #expect(decoder.makespan == 0)
    #expect(decoder.span(of: -1) == nil && decoder.start(of: Int.max) == -1 && decoder.cause(of: 0) == -1)
  }
}
