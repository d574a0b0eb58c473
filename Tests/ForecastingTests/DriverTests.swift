import Distributions
import Forecasting
import Scheduling
import Testing

@Suite struct DriverTests {
  private func item(_ activity: Int, _ low: Double, _ likely: Double, _ high: Double) -> WorkItem {
    WorkItem(
      key: "\(activity)", activity: activity, estimate: Estimate(low: low, likely: likely, high: high),
      workPerEffort: 1000)
  }

  private func free(_ links: Int...) -> Activity {
    Activity(parts: [Part(work: 1000)], links: links.map { Link(to: $0) })
  }

  private func run(
    _ problem: SchedulingProblem, _ items: [WorkItem], _ target: ForecastTarget,
    _ correlation: DrawCorrelation = .none
  ) -> TargetForecast {
    Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: items, targets: [target],
      options: SimulationOptions(correlation: correlation, driverRuns: 2000)
    ).targets[0]
  }

  /// Two equal branches decide one half of the futures each; what is in series always does; what is far shorter never.
  @Test func criticalityIsTheShareOfChains() throws {
    let problem = SchedulingProblem(
      horizon: 20_000, activities: [free(), free(0), free(0), free(0), free(1, 2, 3), free()])
    let items = [
      item(0, 10, 20, 40), item(1, 500, 1000, 2000), item(2, 500, 1000, 2000), item(3, 1, 2, 3),
      item(4, 10, 20, 40), item(5, 900, 1000, 1200),
    ]
    let critical = try #require(run(problem, items, ForecastTarget(key: "t", activities: [4])).critical)
    let shares = Dictionary(uniqueKeysWithValues: critical.map { ($0.activity, $0.chance.share) })
    #expect(shares[0] == 1 && shares[4] == 1 && shares[3] == nil && shares[5] == nil)
    #expect(abs((shares[1] ?? 0) - 0.5) < 0.02 && abs((shares[2] ?? 0) - 0.5) < 0.02)
    #expect(critical.map(\.chance.share) == critical.map(\.chance.share).sorted(by: >))
  }

  /// Who has the people that something waits for is on its chain.
  @Test func peopleAreOnTheChain() throws {
    func staffed() -> Activity {
      Activity(parts: [Part(work: 1000, demands: [Demand(resource: 0, units: 1)])])
    }
    let problem = SchedulingProblem(
      horizon: 2000, resources: [Resource(capacity: 1)], activities: [staffed(), staffed(), free()])
    let items = [item(0, 10, 20, 40), item(1, 10, 20, 40), item(2, 1, 2, 3)]
    let critical = try #require(run(problem, items, ForecastTarget(key: "t", activities: [1, 2])).critical)
    #expect(critical.prefix(2).map(\.activity) == [0, 1] && critical[0].chance.share > 0.99)
  }

  /// In a series of independent efforts the rank correlations follow the spreads, and the chance with one of them fast
  /// is that of a simulation in which it takes just that.
  @Test func driversAreThoseThatVary() throws {
    let problem = SchedulingProblem(
      horizon: 20_000, activities: [free(), free(0), free(1), free(2), free(3)])
    let items = [
      item(0, 400, 500, 600), item(1, 300, 500, 900), item(2, 100, 500, 2000), item(3, 499, 500, 501),
    ]
    let target = ForecastTarget(key: "t", activities: [4], due: 2200)
    let found = run(problem, items, target)
    #expect(found.drivers.map(\.activity) == [2, 1, 0])
    let correlations = found.drivers.map(\.correlation)
    #expect(correlations == correlations.sorted(by: >) && correlations[0] > 0.8 && correlations[2] < 0.3)
    for driver in found.drivers {
      var fast = items
      let low = items[driver.activity].estimate.low
      fast[driver.activity].estimate = Estimate(low: low, likely: low, high: low)
      let exact = try #require(run(problem, fast, target).end.onTime).share
      let tried = try #require(driver.onTimeIfFast)
      #expect(driver.tries == 2000 && abs(tried - exact) < 0.03, "\(driver.activity)")
    }
  }

  @Test func whatHasNoDayHasDriversWithoutChances() {
    let problem = SchedulingProblem(horizon: 2000, activities: [free(), free(0)])
    let items = [item(0, 10, 20, 40)]
    let found = run(problem, items, ForecastTarget(key: "t", activities: [1]))
    #expect(found.drivers.map(\.activity) == [0] && found.drivers[0].onTimeIfFast == nil)
    let certain = run(problem, [], ForecastTarget(key: "t", activities: [1], due: 3))
    #expect(certain.drivers.isEmpty && certain.end.onTime?.share == 1)
  }
}
