import Distributions
import Forecasting
import Testing

@Suite struct ThroughputTests {
  /// One item in every second week on average: 10 items take a negative-binomial number of weeks, mean 20, and by
  /// week 20 half of the futures have 10 or more (P(Binomial(20, 1/2) >= 10) = 0.5881).
  @Test func whenAndHowManyAreThoseOfTheBinomial() {
    let record = Throughput(weeks: [0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0], key: "team:payments")
    let weeks = record.weeks(toFinish: 10, runs: 20_000)
    #expect(abs(Double(weeks.count(upTo: 20)) / 20_000 - 0.5881) < 0.012)
    #expect(abs((weeks.mean ?? 0) - 20) < 0.15)
    let items = record.items(inWeeks: 20, runs: 20_000)
    #expect(20_000 - items.count(upTo: 9) == weeks.count(upTo: 20), "both ask the same futures")
    #expect(items.quantile(percent: 20) == 8 && record.doubts.isEmpty)
  }

  @Test func noWeekIsMadeUp() {
    let record = Throughput(weeks: [3, 3, 3, 3, 3, 3, 3, 3], key: "t")
    #expect(record.weeks(toFinish: 10, runs: 500).entries.map(\.value) == [4])
    #expect(record.items(inWeeks: 4, runs: 500).entries.map(\.value) == [12])
    #expect(record.weeks(toFinish: 0, runs: 5).quantile(percent: 95) == 0)
    #expect(record.doubts.isEmpty)
  }

  @Test(arguments: [
    ([2, 1, 2], [Throughput.Doubt.fewWeeks(3)]), ([], [.fewWeeks(0), .nothingFinished]),
    ([0, 0, 0, 0, 0, 0, 0, 0], [.nothingFinished]),
    ([0, 0, 0, 0, 0, 30, 0, 0], [.erratic(dispersion: 30)]),
    ([1, 1, 2, 1, 1, 6, 7, 6, 6, 7], [.drifting(before: 1.2, after: 6.4)]),
    ([1, 2, 0, 1, 2, 1, 0, 2], []),
  ])
  func doubtsAreSaid(_ weeks: [Int], _ doubts: [Throughput.Doubt]) {
    #expect(Throughput(weeks: weeks, key: "t").doubts == doubts)
  }

  @Test func theSameTeamHasTheSameFutures() {
    let weeks = [0, 3, 1, 2, 0, 4, 1, 2, 1]
    let one = Throughput(weeks: weeks, key: "a").weeks(toFinish: 30)
    #expect(one == Throughput(weeks: weeks, key: "a").weeks(toFinish: 30))
    #expect(one != Throughput(weeks: weeks, key: "b").weeks(toFinish: 30))
    #expect(one != Throughput(weeks: weeks, key: "a", seed: 2).weeks(toFinish: 30))
  }

  @Test func oddNumbersAreRead() {
    let record = Throughput(weeks: [Int.max, Int.min, -1, 4], key: "t")
    #expect(record.weeks == [10_000, 0, 0, 4])
    #expect(record.weeks(toFinish: .max, runs: 10).beyond == 10)
    #expect(record.weeks(toFinish: .min, runs: 10).quantile(percent: 50) == 0)
    #expect(record.items(inWeeks: .max, runs: 10).count == 10)
    #expect(record.items(inWeeks: -3, runs: 10).quantile(percent: 100) == 0)
    #expect(record.weeks(toFinish: 3, runs: -1).count == 0)
    #expect(Throughput(weeks: [], key: "t").weeks(toFinish: 3, runs: 10).beyond == 10)
    #expect(Throughput(weeks: [Int](repeating: 1, count: 5000), key: "t").weeks.count == 1040)
  }
}
