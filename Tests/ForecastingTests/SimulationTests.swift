import Distributions
import Forecasting
import Foundation
import Scheduling
import Testing

@Suite struct SimulationTests {
  /// The same plan, simulated in the plainest way: another generator, drawing in turn, and the explaining scheduler.
  @Test(arguments: [1, 2, 3] as [UInt64]) func aPlainSimulationAgrees(_ seed: UInt64) throws {
    var roadmap = RoadmapCase(seed: seed)
    roadmap.options = SimulationOptions(runs: 10_000, sensitivities: [], driverRuns: 0)
    for item in roadmap.items.indices { roadmap.items[item].spent = 0 }
    let forecast = roadmap.simulation.forecast()
    var random = SystemLike(seed: seed + 100)
    var ends = [[Int]](repeating: [], count: roadmap.targets.count)
    let runs = 1500
    for _ in 0..<runs {
      let schedule = SerialScheduler.schedule(Self.drawn(roadmap, &random), in: roadmap.order)
      for (place, target) in roadmap.targets.enumerated() {
        ends[place].append(target.activities.map { schedule.activities[$0].span?.end ?? 601 }.max() ?? 0)
      }
    }
    for (place, target) in forecast.targets.enumerated() {
      for percent in [10, 50, 80, 95] {
        let day = ends[place].sorted()[runs * percent / 100]
        let here = target.end.ends.count(upTo: day)
        let there = ends[place].count { $0 <= day }
        let (p, q) = (Double(here) / 10_000, Double(there) / Double(runs))
        // Four standard errors of both together.
        let error = 4 * (p * (1 - p) / 10_000 + q * (1 - q) / Double(runs)).squareRoot()
        #expect(abs(p - q) < max(error, 0.004), "\(target.key) \(percent)")
      }
    }
  }

  private static func drawn(_ roadmap: RoadmapCase, _ random: inout SystemLike) -> SchedulingProblem {
    var problem = roadmap.problem
    let common = random.normal()
    var teams: [String: Double] = [:]
    for item in roadmap.items.sorted(by: { $0.key > $1.key }) {
      let team = teams[item.team ?? ""] ?? random.normal()
      teams[item.team ?? ""] = team
      let (low, likely, high) = (item.estimate.low, item.estimate.likely, item.estimate.high)
      func effort(_ z: Double) -> Double {
        likely * exp(z * log(z < 0 ? likely / low : high / likely) / 1.2815515655446004)
      }
      let z = 0.1.squareRoot() * common + 0.1.squareRoot() * team + 0.8.squareRoot() * random.normal()
      problem.activities[item.activity].parts[item.part].work = Int(effort(z) * 1000)
    }
    return problem
  }

  @Test func equalSimulationsAreEqualHoweverTheyAreDivided() async {
    for seed in 1...2 as ClosedRange<UInt64> {
      var roadmap = RoadmapCase(seed: seed)
      roadmap.options = SimulationOptions(runs: 777, sensitivityRuns: 200, driverRuns: 50)
      let once = roadmap.simulation.forecast()
      #expect(once == roadmap.simulation.forecast())
      #expect("\(once)" == "\(roadmap.simulation.forecast())")
      for tasks in [1, 2, 7, 64, -1] {
        let divided = await roadmap.simulation.forecast(tasks: tasks)
        #expect(divided == once, "\(tasks) tasks")
      }
      roadmap.options.seed = 2
      #expect(roadmap.simulation.forecast() != once)
    }
  }

  /// Edits to one item leave what is drawn for all others alone, and what does not touch it altogether.
  @Test func anEditElsewhereMovesNothing() {
    var roadmap = RoadmapCase(seed: 5)
    // The last one for itself: no people shared, no links.
    roadmap.problem.activities.append(Activity(parts: [Part(work: 5000)], due: 7))
    let alone = roadmap.problem.activities.count - 1
    roadmap.items.append(
      WorkItem(
        key: "alone", team: "team-0", activity: alone, estimate: Estimate(low: 4, likely: 5, high: 9),
        workPerEffort: 1000))
    roadmap.targets.append(ForecastTarget(key: "alone", activities: [alone], due: 7))
    let before = roadmap.simulation.forecast()
    var edited = roadmap
    edited.items[3].estimate = Estimate(low: 20, likely: 40, high: 90)
    edited.items.remove(at: 6)
    edited.items.reverse()
    edited.items.insert(
      WorkItem(
        key: "new", team: "team-9", activity: 2, estimate: Estimate(low: 1, likely: 2, high: 3),
        workPerEffort: 1000), at: 0)
    let after = edited.simulation.forecast()
    #expect(after.activities[alone] == before.activities[alone])
    #expect(after.targets[3] == before.targets[3])
    #expect(after.targets[1] != before.targets[1])
    // Above the edited ones in the order nothing moves either.
    let first = min(roadmap.items[3].activity, roadmap.items[6].activity, 2)
    #expect(after.activities[..<first] == before.activities[..<first])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func moreWorkNeverHelpsTheOneThatHasIt(_ seed: UInt64) throws
  {
    let roadmap = RoadmapCase(seed: seed)
    for position in stride(from: 0, to: roadmap.problem.activities.count, by: 3)
    where roadmap.problem.activities[position].parts.count == 1 {
      var last = 1.0
      for factor in [0.5, 1, 1.1, 1.5, 3] {
        var heavier = roadmap
        heavier.options = SimulationOptions(runs: 500, sensitivities: [], driverRuns: 0)
        for item in heavier.items.indices where heavier.items[item].activity == position {
          let old = heavier.items[item].estimate
          heavier.items[item].estimate = Estimate(
            low: old.low * factor, likely: old.likely * factor, high: old.high * factor)
        }
        let chance = try #require(heavier.simulation.forecast().activities[position].onTime).share
        #expect(chance <= last)
        last = chance
      }
    }
  }

  @Test func sensitivitiesAreForecastsOfTheirOwn() {
    var roadmap = RoadmapCase(seed: 8)
    let forecast = roadmap.simulation.forecast()
    for (place, correlation) in [DrawCorrelation.none, .strong].enumerated() {
      roadmap.options.correlation = correlation
      let own = roadmap.simulation.forecast()
      for (target, other) in zip(forecast.targets, own.targets) {
        #expect(target.sensitivities[place].correlation == correlation)
        #expect(target.sensitivities[place].end == other.end)
      }
    }
    let spread = forecast.targets[1].sensitivities.map { sensitivity in
      (sensitivity.end.end(percent: 95) ?? 0) - (sensitivity.end.end(percent: 10) ?? 0)
    }
    #expect(spread[0] < spread[1])
  }

  @Test func laterThanTheHorizonIsCounted() throws {
    let problem = SchedulingProblem(
      horizon: 60, activities: [Activity(parts: [Part(work: 1)], due: 60), Activity(links: [Link(to: 0)])])
    let item = WorkItem(
      key: "a", activity: 0, estimate: Estimate(low: 20, likely: 30, high: 60), workPerEffort: 1000)
    let forecast = Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: [item],
      targets: [ForecastTarget(key: "t", activities: [0, 1], due: 10_000)])
    for end in [forecast.activities[0], forecast.activities[1], forecast.targets[0].end] {
      #expect(abs(end.later.share - 0.1) < 0.01)
      #expect(end.end(percent: 80) != nil && end.end(percent: 95) == nil && end.mean == nil)
      #expect(end.ends.count == 10_000 && end.obstacle == nil)
    }
    #expect(forecast.cut == forecast.activities[0].later)
    #expect(try #require(forecast.targets[0].end.onTime).share < 0.92)
  }

  @Test func whatCanNeverBePlacedSaysWhy() {
    let problem = SchedulingProblem(
      horizon: 60, resources: [Resource(capacity: 1)],
      activities: [
        Activity(links: [Link(to: 1)]), Activity(links: [Link(to: 0)]), Activity(links: [Link(to: 1)]),
        Activity(parts: [Part(work: 1000, demands: [Demand(resource: 0, units: 2)])]),
        Activity(parts: [Part(work: 70_000)]), Activity(parts: [Part(work: 7000)]),
        Activity(links: [Link(to: 2)]), Activity(links: [Link(to: 4)]),
      ])
    let forecast = Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: [],
      targets: [ForecastTarget(key: "t", activities: [5, 2])], options: SimulationOptions(runs: 100))
    #expect(
      forecast.activities.map(\.obstacle) == [
        .cycle([0, 1]), .cycle([1, 0]), .waits(for: 1), .understaffed(resource: 0, needed: 2, most: 1), nil,
        nil, .waits(for: 2), nil,
      ])
    #expect(forecast.targets[0].end.obstacle == .waits(for: 1))
    #expect(forecast.cut.share == 1, "one ends after the horizon")
    #expect(forecast.activities[4].later.share == 1 && forecast.activities[5].end(percent: 10) == 7)
  }
}
