public import CivilDates
internal import Distributions
public import Forecasting

/// When a team is through with all it has open: by estimates, and, as a cross-check, by how many initiatives it finished
/// each week before, whatever their sizes.
public struct ThroughputCheck: Sendable {
  /// The team's id.
  public let team: String
  /// How many of its initiatives are open.
  public let open: Int
  /// How many weeks are known.
  public let weeks: Int
  /// How many initiatives it finished in them.
  public let finished: Int
  /// The day by which it is through in four futures of five, by estimates; nil for later than the horizon.
  public let byEstimates: Day?
  /// The day by which it is through in four futures of five, by what it finished each week; nil for later than ten years.
  public let byThroughput: Day?
  /// What speaks against trusting the weeks.
  public let doubts: [Throughput.Doubt]

  /// How far the two are apart, as a share of the longer time; nil where one of them is not known.
  public func gap(asOf day: Day) -> Double? {
    guard let byEstimates, let byThroughput else { return nil }
    let (left, right) = (day.days(until: byEstimates), day.days(until: byThroughput))
    let longer = max(left, right)
    return longer > 0 ? Double(abs(left - right)) / Double(longer) : 0
  }

  /// Whether enough was finished to speak of a pace.
  public var isKnown: Bool { finished >= Self.fewestFinished }

  /// Whether both should be told: they are more than a quarter apart, and enough was finished.
  public func isRemarkable(asOf day: Day) -> Bool { isKnown && gap(asOf: day).map { $0 > 0.25 } ?? false }

  /// The finished initiatives below which there is no pace to speak of.
  public static let fewestFinished = 5

  /// The weeks that are looked back at most.
  public static let longest = 52

  /// Nil where nothing that the team finished is known.
  init?(_ model: PlanModel, team: String, open: Int, byEstimates: Day?) {
    let ends = model.facts.initiatives.compactMap { initiative -> Day? in
      guard initiative.stage == .done, initiative.team == team else { return nil }
      return model.facts.end(of: initiative).flatMap { $0 <= model.asOf ? $0 : nil }
    }
    // What was finished before the first end that is known tells nothing of the weeks before it.
    let known = model.facts.initiatives.compactMap { initiative in
      initiative.stage == .done ? model.facts.end(of: initiative) : nil
    }
    guard let first = model.facts.finished?.since ?? known.min(), first <= model.asOf, !ends.isEmpty else {
      return nil
    }
    let count = min(first.days(until: model.asOf) / 7 + 1, Self.longest)
    var weeks = [Int](repeating: 0, count: count)
    for end in ends {
      let ago = end.days(until: model.asOf) / 7
      if ago < count { weeks[count - 1 - ago] += 1 }
    }
    let throughput = Throughput(
      weeks: weeks, key: "team:\(team)", seed: UInt64(max(model.facts.settings.seed, 0)))
    self.team = team
    self.open = open
    self.weeks = count
    finished = weeks.reduce(0, +)
    self.byEstimates = byEstimates
    byThroughput = throughput.weeks(toFinish: open).quantile(percent: 80).map {
      model.asOf.advanced(by: 7 * $0)
    }
    doubts = throughput.doubts
  }
}
