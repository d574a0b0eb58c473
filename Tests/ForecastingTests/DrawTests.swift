import Distributions
import Forecasting
import Foundation
import Scheduling
import Testing

/// Draws, seen through plans without resources in which a day is a thousandth of the effort's unit.
@Suite struct DrawTests {
  private let range = Estimate(low: 2, likely: 3, high: 6)

  private func item(_ key: String, _ activity: Int, team: String? = nil, spent: Double = 0) -> WorkItem {
    WorkItem(
      key: key, team: team, activity: activity, estimate: range, spent: spent, workPerEffort: 1_000_000)
  }

  private func forecast(
    _ items: [WorkItem], _ targets: [ForecastTarget] = [], runs: Int = 20_000, seed: UInt64 = 1,
    correlation: DrawCorrelation = .assumed
  ) -> Forecast {
    let problem = SchedulingProblem(
      horizon: 26_000,
      activities: (0...(items.map(\.activity).max() ?? 0)).map { _ in Activity(parts: [Part(work: 1)]) })
    return Simulation.run(
      problem, in: PlacementOrder([], in: problem), items: items, targets: targets,
      options: SimulationOptions(
        runs: runs, seed: seed, correlation: correlation, sensitivities: [], driverRuns: 0))
  }

  /// Whatever is shared, each item has the range that was stated.
  @Test(arguments: [DrawCorrelation.none, .assumed, .strong, DrawCorrelation(common: 1, team: 0)])
  func drawsHaveTheirRange(_ correlation: DrawCorrelation) {
    let forecast = forecast([item("a", 0, team: "x"), item("b", 1)], correlation: correlation)
    for ends in forecast.activities.map(\.ends) {
      for (effort, share) in [(2.0, 0.1), (3, 0.5), (6, 0.9), (10.55768, 0.99)] {
        let chance = Chance(hits: ends.count(upTo: Int(effort * 1000)), tries: ends.count)
        #expect(abs(chance.share - share) < 0.011, "\(effort)")
      }
    }
  }

  /// Two normal numbers of correlation r are both below their median in 1/4 + asin(r) / 2 pi of cases.
  @Test(arguments: [
    (DrawCorrelation.none, "x", 0.0), (.assumed, "x", 0.2), (.assumed, "y", 0.1), (.assumed, nil, 0.1),
    (.strong, "x", 0.5), (.strong, "y", 0.25), (DrawCorrelation(common: 0, team: 1), "x", 1),
    (DrawCorrelation(common: 0, team: 1), nil, 0),
  ])
  func drawsGoAlongAsSaid(_ correlation: DrawCorrelation, _ team: String?, _ r: Double) throws {
    let both = ForecastTarget(key: "both", activities: [0, 1], due: 3000)
    let forecast = forecast(
      [item("a", 0, team: "x"), item("b", 1, team: team)], [both], runs: 40_000, correlation: correlation)
    let chance = try #require(forecast.targets[0].end.onTime)
    #expect(abs(chance.share - (0.25 + asin(r) / (2 * .pi))) < 0.008)
  }

  /// What is left of an item under way is what rejection leaves: draw everything anew, with shared causes, until the
  /// item takes more than what is spent.
  @Test(arguments: [1.0, 2.5, 3, 4.5, 8]) func itemsUnderWayAreConditioned(_ spent: Double) {
    let forecast = forecast([item("a", 0, spent: spent)], runs: 20_000, correlation: .strong)
    var random = SystemLike(seed: 77)
    var kept: [Int] = []
    while kept.count < 20_000 {
      let z = 0.5 * random.normal() + 0.5 * random.normal() + 0.5.squareRoot() * random.normal()
      let effort = 3 * exp(z * log(z < 0 ? 1.5 : 2) / 1.2815515655446004)
      if effort > spent { kept.append(Int(((effort - spent) * 1000).rounded(.up))) }
    }
    kept.sort()
    for percent in [10, 50, 80, 95] {
      let sampled = kept[kept.count * percent / 100]
      let share = forecast.activities[0].ends.count(upTo: sampled)
      #expect(abs(Double(share) / 20_000 - Double(percent) / 100) < 0.015, "\(percent)")
      let exact = item("a", 0, spent: spent).workLeft(Double(percent) / 100)
      let shareOfExact = kept.count { $0 <= exact / 1000 }
      #expect(abs(Double(shareOfExact) / 20_000 - Double(percent) / 100) < 0.015)
    }
  }

  /// Lateness of one item under way moves nobody else's draws, and what it shares with others stays.
  @Test func conditioningLeavesOthersAlone() throws {
    let both = ForecastTarget(key: "both", activities: [0, 1], due: 0)
    let before = forecast([item("a", 0, team: "x"), item("b", 1, team: "x")], [both], correlation: .strong)
    let after = forecast(
      [item("a", 0, team: "x", spent: 3), item("b", 1, team: "x")], [both], correlation: .strong)
    #expect(after.activities[1] == before.activities[1])
    // Ranks are kept: where the item's rest is below its median it goes along with the other as it did.
    let median = try #require(after.activities[0].end(percent: 50))
    let target = [ForecastTarget(key: "both", activities: [0, 1], due: 3000)]
    let shifted = forecast(
      [item("a", 0, team: "x", spent: 3), item("b", 1, team: "x")], target, correlation: .strong)
    let chance = try #require(shifted.targets[0].end.onTime).share
    #expect(median < 3000 && chance > 0.34, "independent would be below \(0.5 * 0.75)")
  }

  @Test func whatIsSpentBeyondAllBeliefEndsSoon() {
    for spent in [50.0, 1e5, 1e300, .infinity, .nan, -3] {
      let one = item("a", 0, spent: spent)
      let ends = forecast([one], runs: 200).activities[0].ends
      #expect(ends.count == 200)
      #expect((0...1).contains(one.shareAboveSpent))
      #expect(one.workLeft(0.1) <= one.workLeft(0.5) && one.workLeft(0.5) <= one.workLeft(0.9))
      if spent > 1e4 { #expect(one.workLeft(0.9) < Int(min(spent, 1e6) * 1e6 / 10)) }
    }
    let point = WorkItem(
      key: "p", activity: 0, estimate: Estimate(low: 3, likely: 3, high: 3), spent: 5, workPerEffort: 1000)
    #expect(point.workLeft(0.5) == 1 && point.shareAboveSpent == 0)
  }
}

/// Another generator than the one under test: xorshift64*, with normal numbers by Box and Muller.
struct SystemLike {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func uniform() -> Double {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return (Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) + 0.5) * 0x1p-53
  }

  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  mutating func below(_ bound: Int) -> Int { Int(uniform() * Double(bound)) }
}
