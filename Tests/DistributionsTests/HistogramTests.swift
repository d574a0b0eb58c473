import Distributions
import Testing

@Suite struct HistogramTests {
  @Test func quantilesAreThoseOfTheSortedNumbers() {
    let draws = KeyedDraws(seed: 1, key: "h")
    for count in [1, 2, 3, 10, 99, 100, 1000] {
      let values = (0..<count).map { draws.below(300, $0) }
      var histogram = Histogram(limit: 400)
      for value in values { histogram.add(value) }
      let sorted = values.sorted()
      for percent in [0, 1, 10, 50, 80, 95, 99, 100] {
        let rank = max((percent * count + 99) / 100, 1)
        #expect(histogram.quantile(percent: percent) == sorted[rank - 1])
      }
      #expect(histogram.mean == Double(values.reduce(0, +)) / Double(count))
      #expect(histogram.count(upTo: 150) == values.count { $0 <= 150 })
      #expect(histogram.entries.map(\.count).reduce(0, +) == count)
    }
  }

  @Test func whatIsBeyondIsCounted() {
    var histogram = Histogram(limit: 10)
    for value in [3, 5, 11, 400] { histogram.add(value) }
    #expect(histogram.beyond == 2 && histogram.count == 4)
    #expect(histogram.quantile(percent: 50) == 5)
    #expect(histogram.quantile(percent: 51) == nil && histogram.quantile(percent: 95) == nil)
    #expect(histogram.mean == nil)
    #expect(histogram.count(upTo: Int.max) == 2)
  }

  @Test func sumsDoNotDependOnTheOrderOfAdding() {
    let draws = KeyedDraws(seed: 2, key: "h")
    let values = (0..<2000).map { 300 + draws.below(900, $0) - ($0 % 7) * 40 }
    var whole = Histogram(limit: 1000)
    for value in values { whole.add(value) }
    for cut in [0, 1, 500, 1999, 2000] {
      var (first, second) = (Histogram(limit: 1000), Histogram(limit: 1000))
      for value in values[..<cut] { first.add(value) }
      for value in values[cut...] { second.add(value) }
      var backward = second
      first.add(second)
      #expect(first == whole)
      backward.add(
        {
          var all = Histogram(limit: 1000); values[..<cut].forEach { all.add($0) }; return all
        }())
      #expect(backward == whole && backward.quantile(percent: 80) == whole.quantile(percent: 80))
    }
  }

  @Test func oddNumbersAreRead() {
    var histogram = Histogram(limit: .max)
    for value in [Int.min, -1, 0, Int.max, 1 << 20] { histogram.add(value) }
    #expect(histogram.count == 5 && histogram.beyond == 1)
    #expect(histogram.quantile(percent: 60) == 0 && histogram.quantile(percent: 80) == 1 << 20)
    #expect(Histogram(limit: -5).quantile(percent: 50) == nil)
    #expect(histogram.quantile(percent: -10) == 0 && histogram.quantile(percent: 1000) == nil)
  }
}

@Suite struct RankCorrelationTests {
  /// By hand: 3,1,4,1,5 has the ranks 3, 1.5, 4, 1.5, 5.
  @Test func equalValuesShareTheirRanks() {
    #expect(RankCorrelation.doubledRanks([3, 1, 4, 1, 5]) == [6, 3, 8, 3, 10])
    #expect(RankCorrelation.doubledRanks([]) == [])
  }

  /// SciPy 1.17.1: `spearmanr([1, 2, 2, 4, 7], [3, 1, 4, 4, 9])` is 0.7631578947368421.
  @Test func itIsThatOfSciPy() {
    #expect(abs(RankCorrelation.of([1, 2, 2, 4, 7], [3, 1, 4, 4, 9]) - 0.7631578947368421) < 1e-15)
    #expect(RankCorrelation.of([1, 2, 3], [10, 20, 400]) == 1)
    #expect(RankCorrelation.of([1, 2, 3], [3, 2, 1]) == -1)
    #expect(RankCorrelation.of([1, 1, 1], [3, 2, 1]) == 0)
    #expect(RankCorrelation.of([], [1]) == 0)
  }
}

@Suite struct ChanceTests {
  @Test func nothingTriedSaysNothing() {
    let chance = Chance(hits: 3, tries: 0)
    #expect(chance.hits == 0 && chance.share == 0 && chance.interval == 0...1)
  }

  /// The error of 80 in 100 at 10,000 runs: 1.96 * sqrt(0.8 * 0.2 / 10,000) is 0.0078.
  @Test func theErrorIsThatOfTheRuns() {
    #expect(abs(Chance(hits: 8000, tries: 10_000).error - 0.00784) < 0.00001)
    #expect(Chance(hits: 0, tries: 10_000).interval.upperBound > 0.0003)
    #expect(Chance(hits: 7, tries: 5).share == 1 && Chance(hits: -1, tries: 5).share == 0)
  }
}
