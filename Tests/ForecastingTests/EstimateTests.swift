import Forecasting
import Testing

@Suite struct EstimateTests {
  /// The distribution goes through the three points exactly.
  @Test(arguments: [(2.0, 3.0, 6.0), (0.75, 1, 2), (5, 5, 5), (1, 1, 9), (0.001, 1, 1)])
  func theThreePointsAreQuantiles(_ low: Double, _ likely: Double, _ high: Double) {
    let estimate = Estimate(low: low, likely: likely, high: high)
    #expect(estimate.repairs.isEmpty)
    #expect(abs(estimate.quantile(0.1) - low) < 1e-12)
    #expect(abs(estimate.quantile(0.5) - likely) < 1e-12)
    #expect(abs(estimate.quantile(0.9) - high) < 1e-12)
  }

  /// By hand for 2, 3, 6: at z = 2.326, the 99th percentile, 3 * exp(ln(2) * 2.3263478740408408 / 1.2815515655446004)
  /// is 10.55768; at the first percentile 3 * exp(-ln(1.5) * 1.815259) is 1.43704.
  @Test func beyondThePointsItGoesOnInLogarithms() {
    let estimate = Estimate(low: 2, likely: 3, high: 6)
    #expect(abs(estimate.quantile(0.99) - 10.55768) < 0.0001)
    #expect(abs(estimate.quantile(0.01) - 1.43704) < 0.00001)
    #expect(abs(estimate.share(above: 6) - 0.1) < 1e-14)
    #expect(abs(estimate.share(above: 2) - 0.9) < 1e-14)
    #expect(abs(estimate.share(above: 10.55768) - 0.01) < 1e-6)
    #expect(estimate.share(above: 0) == 1)
  }

  @Test(arguments: [
    (6.0, 3.0, 2.0, 2.0, 3.0, 6.0, [Estimate.Repair.unordered]),
    (0, 3, 6, 1.5, 3, 6, [.lowMissing]),
    (0, 3, 3, 3, 3, 3, [.lowMissing]),
    (2, 0, 6, 2, 4, 6, [.likelyMissing]),
    (0, 0, 6, 1.5, 3, 6, [.likelyMissing, .lowMissing]),
    (2, 3, 0, 2, 3, 3, [.highMissing]),
    (4, 3, 0, 3, 4, 4, [.highMissing, .unordered]),
    (4, 0, 0, 2, 4, 4, [.likelyMissing, .highMissing, .unordered]),
    (-1, 3, 6, 1.5, 3, 6, [.notAnEffort, .lowMissing]),
    (.nan, .nan, .nan, 0, 0, 0, [.notAnEffort]),
    (2, 3, .infinity, 2, 3, 3000, [.tooLarge, .tooWide]),
    (1e-9, 3, 6, 0.003, 3, 6, [.tooWide]),
    (1e300, 1e300, 1e300, 1e6, 1e6, 1e6, [.tooLarge]),
    (0, 0, 0, 0, 0, 0, []),
  ])
  func whatCannotBeIsRepairedAndSaid(
    _ low: Double, _ likely: Double, _ high: Double, _ lowest: Double, _ middle: Double, _ highest: Double,
    _ repairs: [Estimate.Repair]
  ) {
    let estimate = Estimate(low: low, likely: likely, high: high)
    #expect([estimate.low, estimate.likely, estimate.high] == [lowest, middle, highest])
    #expect(estimate.repairs == repairs)
    for p in [0, 1e-300, 0.5, 1] { #expect(estimate.quantile(p).isFinite) }
    for effort in [0, -1, 1e-300, 3, 1e300, .infinity] {
      #expect((0...1).contains(estimate.share(above: effort)))
    }
  }

  @Test func oneNumberIsSpreadByWhatIsKnown() {
    let payments = SpreadRecord(SpreadRatios(low: 0.8, middle: 1.3, high: 2.5), items: 12, team: "payments")
    let fresh = SpreadRecord(SpreadRatios(low: 0.1, middle: 1, high: 9), items: 7, team: "fresh")
    let policy = SpreadPolicy(records: ["payments": payments, "fresh": fresh])
    let known = policy.estimate(point: 10, team: "payments")
    #expect([known.low, known.likely, known.high] == [8, 13, 25])
    #expect(known.source == .record(payments))
    for team in ["fresh", "nobody", nil] {
      let assumed = policy.estimate(point: 10, team: team)
      #expect([assumed.low, assumed.likely, assumed.high] == [7.5, 10, 20])
      #expect(assumed.source == .assumed(.assumed))
    }
    let certain = SpreadPolicy(assumed: nil).estimate(point: 10, team: nil)
    #expect(certain.isCertain && certain.likely == 10 && certain.source == .none)
  }

  /// What a forecast rests on is counted, repaired ranges and those that nobody would have believed are named.
  @Test func whatAForecastRestsOnIsSaid() {
    let record = SpreadRecord(SpreadRatios(low: 0.8, middle: 1.3, high: 2.5), items: 12, team: "payments")
    let policy = SpreadPolicy(records: ["payments": record])
    func item(_ key: String, _ estimate: Estimate, spent: Double = 0) -> WorkItem {
      WorkItem(key: key, activity: 0, estimate: estimate, spent: spent, workPerEffort: 1000)
    }
    let evidence = SpreadEvidence([
      item("a", policy.estimate(point: 3, team: "payments")),
      item("b", policy.estimate(point: 3, team: "search")),
      item("c", Estimate(low: 2, likely: 3, high: 6), spent: 6),
      item("d", Estimate(low: 2, likely: 3, high: 6), spent: 12),
      item("e", Estimate(low: 6, likely: 3, high: 2)),
      item("f", SpreadPolicy(assumed: nil).estimate(point: 3, team: nil)),
    ])
    #expect([evidence.stated, evidence.recorded, evidence.assumed, evidence.certain] == [3, 1, 1, 1])
    #expect(evidence.records == [record] && evidence.repaired == ["e"] && evidence.disbelieved == ["d"])
  }

  @Test func correlationsAreShares() {
    #expect(DrawCorrelation(common: 0.9, team: 0.9) == DrawCorrelation(common: 0.5, team: 0.5))
    #expect(DrawCorrelation(common: -1, team: .nan) == .none)
    #expect(DrawCorrelation(common: .infinity, team: 0) == DrawCorrelation(common: 1, team: 0))
    for (common, team) in [(0.1, 0.1), (1, 0), (0.3, 0.9), (1e-300, 1)] {
      let correlation = DrawCorrelation(common: common, team: team)
      #expect(correlation.common + correlation.team <= 1 && correlation.own >= 0)
    }
  }
}
