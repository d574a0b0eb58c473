import TestSupport
import Testing

@testable import TrackRecords

/// Kaplan and Meier by hand.
@Suite struct SlipDistributionTests {
  private func shares(_ distribution: SlipDistribution) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: distribution.lumps.map { ($0.days, ($0.share * 1000).rounded() / 1000) })
  }

  @Test func withoutCensoringItCounts() throws {
    let distribution = try #require(SlipDistribution([.came(0), .came(0), .came(120), .came(0)]))
    #expect(shares(distribution) == [0: 0.75, 120: 0.25])
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.quantile(0.75) == 0)
    #expect(distribution.quantile(0.8) == 120)
    #expect(distribution.share(upTo: 0) == 0.75)
  }

  /// Six things by hand.
  ///
  /// At 10 days one of six comes (1/6); one is lost after 10. At 20 two of four come: 5/6 · 2/4 = 5/12. One
  /// is lost after 25. At 30 the last comes: 5/12.
  @Test func theLostCountAsLongAsTheyWereSeen() throws {
    let distribution = try #require(
      SlipDistribution([
        .came(30), .open(after: 10, expected: 40), .came(20), .came(10), .open(after: 25, expected: 60),
        .came(20),
      ]))
    #expect(shares(distribution) == [10: 0.167, 20: 0.417, 30: 0.417])
  }

  /// What comes on a day counts before what is lost after it: 1/3, and 2/3 · 1/1 of what is left after the loss.
  @Test func aTieIsSeenBeforeItIsLost() throws {
    let distribution = try #require(
      SlipDistribution([.open(after: 5, expected: 9), .came(5), .came(7)]))
    #expect(shares(distribution) == [5: 0.333, 7: 0.667])
  }

  /// Half came at 0; the other half is where the three open ones say now.
  @Test func theRestIsWhatIsSaidNow() throws {
    let distribution = try #require(
      SlipDistribution([
        .open(after: -3, expected: 500), .came(0), .came(0), .open(after: 50, expected: 100),
        .open(after: 80, expected: 300),
      ]))
    #expect(shares(distribution) == [0: 0.5, 100: 0.167, 300: 0.167, 500: 0.167])
    #expect(SlipDistribution([]) == nil)
    let none = try #require(SlipDistribution([.open(after: 0, expected: 14)]))
    #expect(shares(none) == [14: 1])
  }

  @Test func theIntervalIsTheNearestShare() throws {
    func interval(_ lumps: [(Int, Int)], _ share: Double) -> ClosedRange<Int>? {
      SlipDistribution(lumps.flatMap { days, count in (0..<count).map { _ in .came(days) } })?
        .interval(nearestTo: share)
    }
    // 78 % hold: a point.
    #expect(interval([(0, 78), (120, 22)], 0.8) == 0...0)
    // 60 %, 85 %, 100 %: the second is nearer to 80 %.
    #expect(interval([(0, 60), (120, 25), (240, 15)], 0.8) == 0...120)
    // 10 %, 50 %, 30 %, 10 %: the middle.
    #expect(interval([(-7, 10), (0, 50), (90, 30), (200, 10)], 0.8) == 0...90)
    #expect(interval([(3, 1)], 0.8) == 3...3)
    #expect(interval([(0, 1), (10, 1), (20, 1), (30, 1)], 0.75) == 0...20)
  }
}
