import PSPLIB
import Scheduling
import TestSupport
import Testing

@Suite struct OptimizerTests {
  /// What an order is worth, found by the explaining scheduler.
  static func worth(
    _ problem: SchedulingProblem, _ order: PlacementOrder, against committed: Schedule
  ) -> Objective {
    let schedule = SerialScheduler.schedule(problem, in: order)
    var objective = Objective()
    for (activity, placed) in zip(problem.activities, schedule.activities) {
      guard let span = placed.span else {
        objective.unplaced += 1
        continue
      }
      objective.lateness += activity.weight * max(0, span.end - (activity.due ?? span.end))
      objective.makespan = max(objective.makespan, span.end)
    }
    for (activity, (new, old)) in zip(problem.activities, zip(schedule.activities, committed.activities)) {
      guard let new = new.span, let old = old.span else { continue }
      objective.moves += activity.weight * abs(new.start - old.start)
    }
    return objective
  }

  @Test(arguments: 0..<20) func aProposalIsWhatItSays(_ batch: UInt64) {
    for seed in 0..<10 {
      var random = RandomProblem(seed: 7_000_000 + batch * 100 + UInt64(seed))
      let problem = random.problem()
      let committed = random.order(of: problem)
      let now = SerialScheduler.schedule(problem, in: committed)
      let frozen = Set(problem.activities.indices.filter { _ in random.random.chance(20) })
      let optimizer = ScheduleOptimizer(budget: 300, seed: UInt64(seed))
      let proposal = optimizer.optimize(problem, committed: committed, frozen: frozen)
      #expect(proposal == optimizer.optimize(problem, committed: committed, frozen: frozen))
      #expect(proposal.committed == Self.worth(problem, committed, against: now))
      let order = PlacementOrder(proposal.order, in: problem, pullingEnds: false)
      #expect(proposal.objective == Self.worth(problem, order, against: now), "\(batch) \(seed)")
      #expect(proposal.objective <= proposal.committed)
      #expect(proposal.tried <= 300)
      let new = SerialScheduler.schedule(problem, in: order)
      #expect(order.parts == proposal.order)
      for activity in frozen where now.activities[activity].span != nil {
        #expect(new.activities[activity].span?.start == now.activities[activity].span?.start)
      }
      guard proposal.objective.unplaced == 0 else { continue }
      #expect(proposal.bound.lateness <= proposal.objective.lateness)
      #expect(proposal.bound.makespan <= proposal.objective.makespan, "\(batch) \(seed)")
    }
  }

  /// Where all orders can be tried, the search finds one of the best.
  @Test(arguments: 0..<30) func smallProblemsAreSolved(_ seed: UInt64) {
    var random = RandomProblem(seed: 8_000_000 + seed)
    let problem = random.problem(RandomProblem.Traits(activities: 4...6, resources: 1...2))
    var decoder = FastDecoder(problem)
    var best: (Int, Int, Int)?
    let numbers = PartNumbers(problem)
    func visit(_ list: [Int]) {
      guard list.count < problem.activities.count else {
        decoder.decode(numbers.parts(of: list))
        var unplaced = 0
        var late = 0
        for (position, activity) in problem.activities.enumerated() {
          guard let span = decoder.span(of: position) else {
            unplaced += 1
            continue
          }
          late += activity.weight * max(0, span.end - (activity.due ?? span.end))
        }
        let worth = (unplaced, late, decoder.makespan)
        if best.map({ worth < $0 }) ?? true { best = worth }
        return
      }
      for next in problem.activities.indices where !list.contains(next) { visit(list + [next]) }
    }
    visit([])
    let found = ScheduleOptimizer(budget: 3000).optimize(
      problem, committed: PlacementOrder([], in: problem)
    ).objective
    #expect(
      best.map { (found.unplaced, found.lateness, found.makespan) <= $0 } == true,
      "\(found) \(best ?? (0, 0, 0))")
  }

  @Test func aSearchCanBeStoppedAndSaysHowFarItIs() {
    var random = RandomProblem(seed: 12)
    var traits = RandomProblem.Traits(activities: 40...40, resources: 2...2, horizon: 600...600)
    traits.hasFixed = false
    let problem = random.problem(traits)
    var calls: [Int] = []
    let proposal = ScheduleOptimizer().optimize(problem, committed: PlacementOrder([], in: problem)) {
      done, total in
      #expect(total <= 5000)
      calls.append(done)
      return calls.count < 3
    }
    #expect(calls.count == 3 && calls == calls.sorted())
    #expect(proposal.tried < 2000 && proposal.objective <= proposal.committed)
  }

  @Test(.needsConformance) func projectsOfTheLibraryComeCloseToTheBestKnown() {
    let folder = "\(Conformance.folder ?? "")/psplib"
    for (set, gate) in [("j30", 0.01), ("j60", 0.03), ("j120", 0.06)] {
      let all = Instance.all(of: set, in: folder)
      #expect(!all.isEmpty)
      let sample = stride(from: 0, to: all.count, by: 43).map { all[$0] }
      var above = 0.0
      for instance in sample {
        let problem = instance.problem
        let proposal = ScheduleOptimizer(budget: 500).optimize(
          problem, committed: PlacementOrder([], in: problem))
        let schedule = SerialScheduler.schedule(
          problem, in: PlacementOrder(proposal.order, in: problem, pullingEnds: false))
        #expect(instance.fault(in: schedule.activities.map(\.span)) == nil)
        #expect(schedule.makespan == proposal.objective.makespan && schedule.makespan >= instance.best)
        #expect(proposal.bound.makespan <= instance.best)
        above += Double(schedule.makespan - instance.best) / Double(instance.best)
      }
      #expect(above / Double(sample.count) <= gate, "\(set)")
    }
  }
}
