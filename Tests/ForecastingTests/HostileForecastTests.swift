import Distributions
import Forecasting
import Scheduling
import Testing

@Suite struct HostileForecastTests {
  @Test func numbersOutOfRangeAreRead() {
    var roadmap = RoadmapCase(seed: 3)
    roadmap.options.runs = 50
    let numbers = [0, -1, .nan, .infinity, -.infinity, 1e300, 0x1p-1074]
    for (place, number) in numbers.enumerated() {
      roadmap.items[place].estimate = Estimate(low: number, likely: numbers[(place + 1) % 7], high: number)
      roadmap.items[place].workPerEffort = number
      roadmap.items[place].spent = number
    }
    for (place, position) in [-1, Int.max, Int.min, 10_000].enumerated() {
      roadmap.items[7 + place].activity = position
      roadmap.items[8 + place].part = position
      roadmap.targets.append(ForecastTarget(key: "t", activities: [position, 0, position], due: position))
    }
    roadmap.targets.append(ForecastTarget(key: "", activities: []))
    let forecast = roadmap.simulation.forecast()
    #expect(forecast.targets.count == 8 && forecast.activities.count == 14)
    #expect(forecast.targets[7].end.ends.count == 0 && forecast.targets[7].end.end(percent: 50) == nil)
    for target in forecast.targets { #expect((0...1).contains(target.end.onTime?.share ?? 0)) }
  }

  @Test(arguments: [0, -5, 1, Int.max]) func oddRunsAreRead(_ runs: Int) async {
    var roadmap = RoadmapCase(seed: 3, initiatives: 2)
    roadmap.problem.horizon = runs == .max ? 60 : 600
    roadmap.options = SimulationOptions(runs: min(runs, 20_000), sensitivityRuns: runs, driverRuns: runs)
    let forecast = roadmap.simulation.forecast()
    #expect(forecast.runs == min(max(runs, 0), 20_000))
    #expect(forecast.targets[0].end.ends.count == forecast.runs)
    let divided = await roadmap.simulation.forecast(tasks: 3)
    #expect(divided == forecast)
  }

  @Test(arguments: [0, -1, Int.min, Int.max]) func oddHorizonsAreRead(_ horizon: Int) {
    var roadmap = RoadmapCase(seed: 3, initiatives: 3)
    roadmap.problem.horizon = horizon
    roadmap.options.runs = 20
    let forecast = roadmap.simulation.forecast()
    #expect(forecast.horizon == min(max(horizon, 0), SimulationLimits.horizon))
    #expect(horizon > 0 || forecast.targets[0].end.later.share == 1)
  }

  /// Chains of hundreds of activities behind each of thousands of targets are followed in fewer futures.
  @Test func thousandsOfTargetsEnd() {
    let problem = Self.series(of: 700)
    let targets = (0..<2500).map { ForecastTarget(key: "\($0)", activities: [$0 % 700], due: $0) }
    let forecast = Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: Self.items(of: problem), targets: targets,
      options: SimulationOptions(runs: 200, sensitivities: [], driverRuns: 0))
    #expect(forecast.targets.count == 2500)
    let critical = forecast.targets[1].critical
    #expect(critical?.map(\.activity).sorted() == [0, 1])
    #expect(critical?[0].chance.tries ?? 200 < 200)
  }

  /// Large plans are simulated less often, and that is said.
  @Test func whatWouldTakeTooLongIsDoneLessOften() {
    let problem = Self.series(of: 2000)
    let targets = (0..<200).map { ForecastTarget(key: String($0), activities: Array(0..<2000), due: $0) }
    let forecast = Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: Self.items(of: problem), targets: targets,
      options: SimulationOptions(sensitivities: [], driverRuns: 0))
    #expect(forecast.runs == SimulationLimits.fewestRuns && forecast.runsAsked == 10_000)
    #expect(forecast.targets.allSatisfy { $0.end.ends.count == forecast.runs })
  }

  private static func series(of count: Int) -> SchedulingProblem {
    SchedulingProblem(
      horizon: 2500,
      activities: (0..<count).map {
        Activity(parts: [Part(work: 1000)], links: $0 > 0 ? [Link(to: $0 - 1)] : [])
      })
  }

  private static func items(of problem: SchedulingProblem) -> [WorkItem] {
    problem.activities.indices.map {
      WorkItem(
        key: String($0), activity: $0, estimate: Estimate(low: 0.1, likely: 0.2, high: 0.3),
        workPerEffort: 1000)
    }
  }
}
