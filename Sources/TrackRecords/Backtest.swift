public import CivilDates

/// What forecasts would have been worth: made at each quarter with what was known then, scored by what is known now.
public struct Backtest: Sendable {
  /// How forecasts did.
  public struct Score: Sendable {
    /// How many forecasts were made.
    public internal(set) var forecasts = 0
    /// For how many open promises the past knew too little.
    public internal(set) var withoutReference = 0
    /// How many are scored: it is known what came of their promises.
    public internal(set) var scored = 0
    /// How many are not, since it is not known yet.
    public internal(set) var censored = 0
    /// How many are not, since the promise was taken back.
    public internal(set) var dropped = 0
    /// How many of those scored held their date, or were early.
    public internal(set) var held = 0
    /// How many of those scored came within the 80 % interval.
    public internal(set) var covered = 0
    /// How many of those scored came between the 10 % and the 90 % quantile, both of them included.
    public internal(set) var coveredByQuantiles = 0
    /// Of how many forecasts the whole interval lies so far back that its coverage is known whatever came.
    public internal(set) var ripe = 0
    /// How many of these came within it.
    public internal(set) var ripeCovered = 0
    var expectedToHold = 0.0
    var loss = Losses()

    /// The share of those scored that came within the 80 % interval; nil where none is scored.
    public var coverage: Double? { scored > 0 ? Double(covered) / Double(scored) : nil }
    /// The share of those scored that came between the 10 % and the 90 % quantile.
    public var quantileCoverage: Double? {
      scored > 0 ? Double(coveredByQuantiles) / Double(scored) : nil
    }
    /// The share of ripe forecasts that came within the interval: free of the choice that ends of history make.
    public var ripeCoverage: Double? { ripe > 0 ? Double(ripeCovered) / Double(ripe) : nil }
    /// The share of those scored that held their date.
    public var shareHeld: Double? { scored > 0 ? Double(held) / Double(scored) : nil }
    /// The probability to hold that was forecast for those scored, on average.
    public var forecastHeld: Double? { scored > 0 ? expectedToHold / Double(scored) : nil }
    /// The pinball loss in days, the mean over the quantiles 0.1 to 0.9 and over the forecasts scored.
    public var pinball: Double? { scored > 0 ? loss.own / Double(scored) : nil }
    /// The same of the forecast "the date will hold".
    public var pinballOfHolding: Double? { scored > 0 ? loss.holding / Double(scored) : nil }
    /// The same of the forecast "it slips by the average".
    public var pinballOfAverage: Double? { scored > 0 ? loss.average / Double(scored) : nil }
  }

  /// Sums of pinball losses.
  struct Losses: Sendable {
    var own = 0.0
    var holding = 0.0
    var average = 0.0
  }

  /// The forecasts of one calendar year.
  public struct Year: Sendable {
    /// The year in which they were made.
    public let year: Int
    /// How they did.
    public let score: Score
  }

  /// The levels of the quantiles that the pinball loss is averaged over.
  public static let levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

  /// By the year in which forecasts were made.
  public private(set) var years: [Year] = []
  /// All years.
  public private(set) var total = Score()
  /// The day up to whose end everything is known.
  public let through: Day
  /// How it is known what came.
  public let rule: OutcomeRule
  /// What the forecasts were made with.
  public let parameters: ForecastParameters

  /// Forecasts every open promise at the first day of each quarter and scores it by what is known at the end of `day`.
  public init(
    _ promises: [PromiseHistory], through day: Day, rule: OutcomeRule,
    parameters: ForecastParameters = ForecastParameters()
  ) {
    through = day
    self.rule = rule
    self.parameters = parameters
    guard let first = promises.compactMap(\.statements.first?.said).min() else { return }
    let outcomes = promises.map { $0.outcome(through: day, by: rule) }
    var byYear: [Int: Score] = [:]
    for quarter in Self.quarters(after: first, upTo: day) {
      let known = quarter.advanced(by: -1)
      var forecaster = ReferenceForecaster(promises, through: known, rule: rule, parameters: parameters)
      let average = forecaster.averageSlip ?? 0
      var score = byYear[quarter.civil.year] ?? Score()
      for (promise, outcome) in zip(promises, outcomes) {
        guard forecaster.openState(of: promise) != nil else { continue }
        guard let forecast = forecaster.forecast(promise) else {
          score.withoutReference += 1
          continue
        }
        score.take(forecast, outcome, average: average, through: day, wait: rule.wait)
      }
      byYear[quarter.civil.year] = score
    }
    years = byYear.sorted { $0.key < $1.key }.map { Year(year: $0.key, score: $0.value) }
    for year in years { total.add(year.score) }
  }

  /// The first days of calendar quarters after `first`, up to `last`.
  static func quarters(after first: Day, upTo last: Day) -> [Day] {
    guard first <= last else { return [] }
    return (first.civil.year...last.civil.year).flatMap { year in
      [1, 4, 7, 10].compactMap { Day(year: year, month: $0, day: 1) }
    }
    .filter { $0 > first && $0 <= last }
  }

  /// The pinball loss of saying `forecast` for the quantile `level` where `came` came.
  static func pinball(_ forecast: Double, _ came: Double, _ level: Double) -> Double {
    came >= forecast ? level * (came - forecast) : (1 - level) * (forecast - came)
  }
}

extension Backtest.Score {
  fileprivate mutating func take(
    _ forecast: PromiseForecast, _ outcome: PromiseOutcome, average: Double, through: Day, wait: Int
  ) {
    forecasts += 1
    let interval = forecast.intervalDays
    switch outcome {
    case .unsaid, .dropped:
      dropped += 1
      return
    case .open: censored += 1
    case .came(let day): score(forecast, day, average)
    }
    guard interval.upperBound.days(until: through) >= wait else { return }
    ripe += 1
    if case .came(let day) = outcome, interval.contains(day) { ripeCovered += 1 }
  }

  private mutating func score(_ forecast: PromiseForecast, _ day: Day, _ average: Double) {
    scored += 1
    if day <= forecast.state.date { held += 1 }
    expectedToHold += forecast.holds
    if forecast.intervalDays.contains(day) { covered += 1 }
    if forecast.day(0.1) <= day, day <= forecast.day(0.9) { coveredByQuantiles += 1 }
    let came = Double(forecast.state.date.days(until: day))
    var losses = Backtest.Losses()
    for level in Backtest.levels {
      let own = Double(forecast.state.date.days(until: forecast.day(level)))
      losses.own += Backtest.pinball(own, came, level)
      losses.holding += Backtest.pinball(0, came, level)
      losses.average += Backtest.pinball(average, came, level)
    }
    let count = Double(Backtest.levels.count)
    loss.own += losses.own / count
    loss.holding += losses.holding / count
    loss.average += losses.average / count
  }

  fileprivate mutating func add(_ other: Self) {
    forecasts += other.forecasts
    withoutReference += other.withoutReference
    scored += other.scored
    censored += other.censored
    dropped += other.dropped
    held += other.held
    covered += other.covered
    coveredByQuantiles += other.coveredByQuantiles
    ripe += other.ripe
    ripeCovered += other.ripeCovered
    expectedToHold += other.expectedToHold
    loss.own += other.loss.own
    loss.holding += other.loss.holding
    loss.average += other.loss.average
  }
}
