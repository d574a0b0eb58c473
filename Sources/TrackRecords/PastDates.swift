internal import CivilDates

/// Every date that was once promised and whose day has come, with what is known of it at the end of one day.
struct PastDates {
  /// A date that stood for a while.
  struct Sample {
    /// The promise, by its position.
    let promise: Int
    /// What it is a promise of, by its position in `families`.
    let family: Int
    /// The date, in days since 1970.
    let date: Int
    /// From which day it stood, and from which not any more.
    let stood: Range<Int>
    /// Whether the promise had slipped before.
    let hadSlipped: Bool
    let observation: SlipDistribution.Observation
  }

  /// What the dates are promises of, each once.
  private(set) var families: [ReferenceClass.Family: Int] = [:]
  /// How many whole weeks before its date the earliest of them was said.
  private(set) var longestWeeks = 0
  /// The dates whose promises were not dropped, in the order of promises.
  private(set) var samples: [Sample] = []
  /// The day up to whose end everything is known.
  let through: Day
  let rule: OutcomeRule

  init(_ promises: [PromiseHistory], through day: Day, rule: OutcomeRule) {
    through = day
    self.rule = rule
    for (position, promise) in promises.enumerated() { take(promise, position) }
  }

  /// How many days late things came on average, of which it is known; nil where of none.
  var averageSlip: Double? {
    let known = samples.filter(\.observation.came)
    guard !known.isEmpty else { return nil }
    return Double(known.reduce(0) { $0 + $1.observation.days }) / Double(known.count)
  }

  private mutating func take(_ promise: PromiseHistory, _ position: Int) {
    let outcome = promise.outcome(through: through, by: rule)
    let end: Int
    switch outcome {
    case .unsaid, .dropped: return
    case .came(let day): end = rule == .recorded ? day.number : Int.max
    case .open: end = Int.max
    }
    let family = families[promise.family] ?? families.count
    families[promise.family] = family
    var slips = 0
    var standing: Day?
    for (index, statement) in promise.statements.enumerated() {
      guard statement.said <= through else { break }
      guard let date = statement.date else { continue }
      if let old = standing, date > old { slips += 1 }
      standing = date
      let bound = date.days(until: through) - rule.wait
      guard bound >= 0, statement.said < date else { continue }
      let next = index + 1 < promise.statements.count ? promise.statements[index + 1].said.number : Int.max
      let until = min(next <= through.number ? next : Int.max, end)
      guard until > statement.said.number else { continue }
      longestWeeks = max(longestWeeks, statement.said.days(until: date) / 7)
      samples.append(
        Sample(
          promise: position, family: family, date: date.number, stood: statement.said.number..<until,
          hadSlipped: slips > 0, observation: Self.observation(outcome, date, bound, rule, through)))
    }
  }

  private static func observation(
    _ outcome: PromiseOutcome, _ date: Day, _ bound: Int, _ rule: OutcomeRule, _ through: Day
  ) -> SlipDistribution.Observation {
    switch outcome {
    case .came(let day): .came(date.days(until: day))
    case .open(let now): .open(after: bound, expected: max(date.days(until: now), bound + 1))
    case .dropped, .unsaid: .open(after: bound, expected: bound + 1)
    }
  }
}
