public import CivilDates

/// What is promised and has not come yet, each with its forecast.
public struct PromiseOutlook: Sendable {
  /// A promise for which the past knows too little.
  public struct Unknown: Sendable {
    /// The promise.
    public let promise: PromiseHistory
    /// The date that stands.
    public let state: PromiseHistory.State
  }

  /// The forecasts, the earliest date first.
  public private(set) var forecasts: [PromiseForecast] = []
  /// The open promises without one, the earliest date first.
  public private(set) var unknown: [Unknown] = []
  /// The day up to whose end everything is known.
  public let through: Day
  /// How it is known what came.
  public let rule: OutcomeRule
  /// What the forecasts were made with.
  public let parameters: ForecastParameters

  /// Forecasts every promise that is open at the end of `day`.
  public init(
    _ promises: [PromiseHistory], through day: Day, rule: OutcomeRule,
    parameters: ForecastParameters = ForecastParameters()
  ) {
    through = day
    self.rule = rule
    self.parameters = parameters
    var forecaster = ReferenceForecaster(promises, through: day, rule: rule, parameters: parameters)
    for promise in promises {
      if let forecast = forecaster.forecast(promise) {
        forecasts.append(forecast)
      } else if let state = forecaster.openState(of: promise) {
        unknown.append(Unknown(promise: promise, state: state))
      }
    }
    forecasts.sort { Self.order($0.state, $0.promise) < Self.order($1.state, $1.promise) }
    unknown.sort { Self.order($0.state, $0.promise) < Self.order($1.state, $1.promise) }
  }

  private static func order(_ state: PromiseHistory.State, _ promise: PromiseHistory) -> (Day, String, String)
  {
    (state.date, promise.definition, promise.pointer)
  }
}
