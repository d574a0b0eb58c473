public import Distributions

/// A forecast from how many items a team finished each week, without looking at what the items are.
///
/// Weeks to come are drawn from weeks that were, those in which nothing was finished included: the team is taken to go
/// on as it did, with items of the same sizes. The draws are keyed by seed, name and run.
public struct Throughput: Sendable, Equatable {
  /// The items finished in each week, the oldest first; negative numbers count as 0.
  public let weeks: [Int]
  /// What speaks against trusting a forecast from these weeks.
  public let doubts: [Doubt]
  private let draws: KeyedDraws

  /// A reason not to trust a forecast from past weeks.
  public enum Doubt: Sendable, Hashable {
    /// Fewer than eight weeks are known.
    case fewWeeks(Int)
    /// Nothing was finished in any of them.
    case nothingFinished
    /// The weeks differ more than chance makes them differ: variance over mean, which is about 1 where items are
    /// finished one by one.
    case erratic(dispersion: Double)
    /// The second half of the weeks brought clearly more or less than the first one: the means per week.
    case drifting(before: Double, after: Double)
  }

  /// The weeks below which a forecast is doubted.
  public static let fewestWeeks = 8
  /// The weeks that are looked ahead at most: ten years.
  public static let horizon = 520
  /// The variance over the mean above which weeks count as erratic.
  public static let mostDispersion = 3.0

  /// The record of a team; `key` names it in the draws.
  ///
  /// Of more than 1,040 weeks the last ones count; more than 10,000
  /// items in a week count as so many.
  public init(weeks: [Int], key: String, seed: UInt64 = 1) {
    let weeks = weeks.suffix(1040).map { min(max($0, 0), 10_000) }
    self.weeks = weeks
    draws = KeyedDraws(seed: seed, key: key, purpose: 5)
    var doubts: [Doubt] = []
    if weeks.count < Self.fewestWeeks { doubts.append(.fewWeeks(weeks.count)) }
    let sum = weeks.reduce(0, +)
    if sum == 0 { doubts.append(.nothingFinished) }
    if weeks.count >= 2, sum > 0 {
      let dispersion = Self.variance(weeks) / Self.mean(weeks)
      if dispersion > Self.mostDispersion { doubts.append(.erratic(dispersion: dispersion)) }
    }
    if weeks.count >= Self.fewestWeeks {
      let (first, second) = (Array(weeks[..<(weeks.count / 2)]), Array(weeks[(weeks.count / 2)...]))
      let (before, after) = (Self.mean(first), Self.mean(second))
      let error =
        (Self.variance(first) / Double(first.count) + Self.variance(second) / Double(second.count))
        .squareRoot()
      if (after - before).magnitude > 2.576 * error {
        doubts.append(.drifting(before: before, after: after))
      }
    }
    self.doubts = doubts
  }

  /// In how many weeks `items` are finished, in each of `runs` futures; more than ten years are beyond the limit.
  public func weeks(toFinish items: Int, runs: Int = 10_000) -> Histogram {
    var found = Histogram(limit: Self.horizon)
    let hasAny = weeks.contains { $0 > 0 }
    for run in 0..<Self.bounded(runs) {
      var left = items
      var week = 0
      while left > 0, hasAny, week < Self.horizon {
        left -= drawn(run, week)
        week += 1
      }
      found.add(left > 0 ? Self.horizon + 1 : week)
    }
    return found
  }

  /// How many items are finished in so many whole weeks, in each of `runs` futures.
  ///
  /// Here the tenth or fifth percentile is the promise: `quantile(percent: 20)` items are finished 80 times in 100.
  public func items(inWeeks count: Int, runs: Int = 10_000) -> Histogram {
    let count = min(max(count, 0), Self.horizon)
    var found = Histogram(limit: .max)
    guard !weeks.isEmpty else { return found }
    for run in 0..<Self.bounded(runs) {
      var sum = 0
      for week in 0..<count { sum += drawn(run, week) }
      found.add(sum)
    }
    return found
  }

  /// The week that stands for week `week` of a future.
  private func drawn(_ run: Int, _ week: Int) -> Int {
    weeks[draws.below(weeks.count, run * Self.horizon + week)]
  }

  private static func bounded(_ runs: Int) -> Int { min(max(runs, 0), SimulationLimits.runs) }

  private static func mean(_ values: [Int]) -> Double {
    values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
  }

  /// The variance as a sample shows it.
  private static func variance(_ values: [Int]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = mean(values)
    return values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count - 1)
  }
}
