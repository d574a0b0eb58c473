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

  /// Large plans are simulated less often, and that is said.
  @Test func thousandsOfTargetsEnd() {
    var problem = SchedulingProblem(horizon: 2000)
    problem.activities = (0..<1500).map { position in
      Activity(parts: [Part(work: 1000)], links: position > 0 ? [Link(to: position - 1)] : [])
    }
    let items = (0..<1500).map {
      WorkItem(
        key: "\($0)", activity: $0, estimate: Estimate(low: 0.1, likely: 0.2, high: 0.3), workPerEffort: 1000)
    }
    let targets = (0..<3000).map {
      ForecastTarget(key: "\($0)", activities: $0 % 100 == 0 ? Array(0..<1500) : [$0 % 1500], due: $0)
    }
    let forecast = Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: items, targets: targets,
      options: SimulationOptions(sensitivities: [], driverRuns: 0))
    #expect(forecast.runs < forecast.runsAsked && forecast.runs >= SimulationLimits.fewestRuns)
    #expect(forecast.targets.count == 3000 && forecast.targets.last?.end.ends.count == forecast.runs)
    let critical = forecast.targets[1].critical
    #expect(critical?.map(\.activity).sorted() == [0, 1])
    #expect(critical?[0].chance.tries ?? 0 < forecast.runs, "chains are long here")
  }
}
