public import CivilDates

/// Forecasts promises by those of the same repository that stood where they stand.
///
/// Each past date is looked at as many weeks before its day as the promise at hand has left, if it stood then: of these,
/// how many days late did the thing come? The class narrows to promises of the same kind that had slipped before, or
/// had not, as long as that leaves enough of them.
public struct ReferenceForecaster: Sendable {
  /// The rung of the ladder from narrow classes to wide ones.
  private struct Key: Hashable {
    let family: ReferenceClass.Family?
    let hadSlipped: Bool?
    let weeks: Int
    let isRecent: Bool
  }

  private struct Answer {
    var reference: ReferenceClass
    let slips: SlipDistribution
    let interval: ClosedRange<Int>
  }

  private let past: PastDates
  private let parameters: ForecastParameters
  private var known: [Key: Answer?] = [:]

  /// A forecaster that knows what was said and what ended up to the end of `day`, and nothing after it.
  public init(
    _ promises: [PromiseHistory], through day: Day, rule: OutcomeRule,
    parameters: ForecastParameters = ForecastParameters()
  ) {
    past = PastDates(promises, through: day, rule: rule)
    self.parameters = parameters
  }

  /// How many days late things came on average, of which it is known; nil where of none.
  public var averageSlip: Double? { past.averageSlip }

  /// The state of a promise that is open: a date stands, it has not come yet by the rule, and it is no mere record.
  ///
  /// Where ends are not recorded, a date that passed lately stays open until it counts as settled, and one that was
  /// first said when its day had come is a record of the past, not a promise.
  public func openState(of promise: PromiseHistory) -> PromiseHistory.State? {
    guard case .open = promise.outcome(through: past.through, by: past.rule),
      let state = promise.state(through: past.through)
    else { return nil }
    if case .settled = past.rule, state.said >= state.date { return nil }
    return state
  }

  /// The forecast for a promise that is open; nil where it is not, or where the past knows too little of its like.
  public mutating func forecast(_ promise: PromiseHistory) -> PromiseForecast? {
    guard let state = openState(of: promise) else { return nil }
    guard let answer = answer(for: state, promise.family)
    else {
      return nil
    }
    return PromiseForecast(
      promise: promise, state: state, through: past.through, reference: answer.reference,
      slips: answer.slips, interval: answer.interval)
  }

  private mutating func answer(
    for state: PromiseHistory.State, _ family: ReferenceClass.Family
  ) -> Answer? {
    let asked = Self.weeks(past.through.days(until: state.date))
    let weeks = min(asked, past.longestWeeks)
    for isRecent in [true, false] {
      for width in [family, nil] as [ReferenceClass.Family?] {
        var keys = [Key(family: width, hadSlipped: state.slips > 0, weeks: weeks, isRecent: isRecent)]
        // What has more time left than the past knows is taken for what had the most.
        for fewer in stride(from: weeks, through: min(weeks, 0), by: -1) {
          keys.append(Key(family: width, hadSlipped: nil, weeks: fewer, isRecent: isRecent))
        }
        for key in keys {
          guard var found = answer(key) else { continue }
          found.reference.isShorter = key.weeks < asked
          return found
        }
      }
    }
    return nil
  }

  private mutating func answer(_ key: Key) -> Answer? {
    if let found = known[key] { return found }
    let found = compute(key)
    known[key] = .some(found)
    return found
  }

  private func compute(_ key: Key) -> Answer? {
    let through = past.through.number
    let family = key.family.map { past.families[$0] ?? -1 }
    let oldest = key.isRecent ? through - past.rule.wait - parameters.recentDays : Int.min
    var observations: [SlipDistribution.Observation] = []
    var promises: Set<Int> = []
    var dates: Set<Int> = []
    for sample in past.samples where sample.date > oldest {
      let day = sample.date - 7 * key.weeks
      guard sample.stood.contains(day), day <= through else { continue }
      if let family, family != sample.family { continue }
      if let hadSlipped = key.hadSlipped, hadSlipped != sample.hadSlipped { continue }
      observations.append(sample.observation)
      promises.insert(sample.promise)
      dates.insert(sample.date)
    }
    guard observations.count >= parameters.smallestClass, dates.count >= parameters.fewestDates,
      let slips = SlipDistribution(observations)
    else { return nil }
    return Answer(
      reference: ReferenceClass(
        family: key.family, hadSlipped: key.hadSlipped, weeksLeft: key.weeks, isShorter: false,
        recentDays: key.isRecent ? parameters.recentDays : nil, size: observations.count,
        promises: promises.count, dates: dates.count, open: observations.count { !$0.came }),
      slips: slips, interval: slips.interval(nearestTo: parameters.intervalShare))
  }

  /// Days in whole weeks, to the nearest.
  private static func weeks(_ days: Int) -> Int {
    days >= 0 ? (days + 3) / 7 : -((3 - days) / 7)
  }
}
