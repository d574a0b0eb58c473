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
        let order = random.order(of: problem)
        let schedule = SerialScheduler.schedule(problem, in: order)
        decoder.decode(order.parts, tracing: round == 1)
        let numbers = PartNumbers(problem)
        for activity in problem.activities.indices {
          let placed = schedule.activities[activity]
          #expect(decoder.span(of: activity) == placed.span, "seed \(batch) \(seed)")
          let spans = numbers.parts(of: activity).map { decoder.span(ofPart: $0) }
          #expect(spans == placed.parts.map { $0?.span })
        }
        #expect(decoder.makespan == schedule.makespan)
      }
    }
  }

  @Test(arguments: 0..<10) func worksCanBeReplaced(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 77_000 + batch * 1000 + UInt64(seed))
      let problem = random.problem()
      let order = random.order(of: problem)
      var decoder = FastDecoder(problem)
      var changed = problem
      var works: [Int] = []
      for (index, activity) in problem.activities.enumerated() {
        if activity.parts.isEmpty { works.append(0) }
        for part in activity.parts.indices {
          let work = random.random.pick(-100...15_000)
          works.append(work)
          changed.activities[index].parts[part].work = work
        }
      }
      decoder.decode(order.parts, works: works)
      let other = SerialScheduler.schedule(changed, in: order)
      #expect(problem.activities.indices.allSatisfy { decoder.span(of: $0) == other.activities[$0].span })
      decoder.decode(order.parts)
      let own = SerialScheduler.schedule(problem, in: order)
      #expect(problem.activities.indices.allSatisfy { decoder.span(of: $0) == own.activities[$0].span })
    }
  }

  /// The traced cause is the one that the explaining scheduler names, and chains of causes end.
  @Test(arguments: 0..<20) func causesAreThoseThatAreNamed(_ batch: UInt64) {
    for seed in 0..<50 {
      var random = RandomProblem(seed: 555_000 + batch * 1000 + UInt64(seed))
      let problem = random.problem()
      let order = random.order(of: problem)
      let numbers = PartNumbers(problem)
      let schedule = SerialScheduler.schedule(problem, in: order)
      var decoder = FastDecoder(problem)
      decoder.decode(order.parts, tracing: true)
      for part in 0..<numbers.count {
        let cause = decoder.cause(ofPart: part)
        let ends = Self.chainEnds(from: part, decoder)
        #expect(ends)
        let activity = numbers.activity(of: part)
        guard let placed = schedule.activities[activity].parts[numbers.place(of: part)] else {
          #expect(cause == -1)
          continue
        }
        switch placed.binding {
        case .firstDay, .fixed, .earliest: #expect(cause == -1)
        case .calendar: break
        case .link(let index):
          let link = problem.activities[activity].links[index]
          #expect(cause >= 0)
          if link.kind == .startStart {
            #expect(numbers.activity(of: cause) == link.activity)
            let started = decoder.span(ofPart: cause)?.start
            #expect(started.map { $0 + link.lag } == placed.span.start)
          } else {
            let last = decoder.lastPart(of: link.activity)
            #expect(cause == last)
          }
        case .resource(_, let blockers):
          #expect(blockers.contains(cause))
          let endThen = blockers.filter { decoder.span(ofPart: $0)?.end == placed.span.start }
          #expect(endThen.isEmpty || endThen.contains(cause))
        }
      }
      for (activity, placed) in schedule.activities.enumerated() {
        let last = decoder.lastPart(of: activity)
        guard let span = placed.span else {
          #expect(last == -1)
          continue
        }
        guard let held = placed.heldBy else {
          let end = decoder.span(ofPart: last)?.end
          #expect(numbers.activity(of: last) == activity && end == span.end)
          continue
        }
        let link = problem.activities[activity].links[held]
        let end = decoder.end(of: link.activity)
        #expect(end + link.lag == span.end)
      }
    }
  }

  private static func chainEnds(from part: Int, _ decoder: borrowing FastDecoder) -> Bool {
    var last = part
    for _ in 0...decoder.partCount {
      last = decoder.cause(ofPart: last)
      if last < 0 { return true }
    }
    return false
  }

  @Test func ordersThatAreNoneAreRead() {
    var random = RandomProblem(seed: 4)
    let problem = random.problem()
    var decoder = FastDecoder(problem)
    decoder.decode([-1, Int.max, 0, 0, 5_000, Int.min] + Array(problem.activities.indices.reversed()))
    decoder.decode([])
    #expect(decoder.makespan == 0)
    #expect(decoder.span(of: -1) == nil && decoder.start(of: Int.max) == -1 && decoder.cause(ofPart: 0) == -1)
  }
}
