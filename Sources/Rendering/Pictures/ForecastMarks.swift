public import CivilDates
internal import Distributions
internal import Forecasting
public import Planning

/// What a forecast says about one initiative, as far as pictures and pages show it.
public struct ForecastMarks: Sendable, Equatable {
  /// The day by which it ships in half of the futures.
  public var p50: Day?
  /// The day by which it ships in four of five futures.
  public var p80: Day?
  /// The day by which it ships in nineteen of twenty futures.
  public var p95: Day?
  /// The chance that it keeps its promise, from 0 to 1.
  public var probability: Double?
  /// Whether it often decides when the plan ends.
  public var isCritical: Bool

  /// Marks by their days; what is nil is not drawn.
  public init(
    p50: Day? = nil, p80: Day? = nil, p95: Day? = nil, probability: Double? = nil, isCritical: Bool = false
  ) {
    self.p50 = p50
    self.p80 = p80
    self.p95 = p95
    self.probability = probability
    self.isCritical = isCritical
  }
}

extension ForecastMarks {
  /// What a forecast says about the initiatives that have dates in its schedule, by their ids.
  ///
  /// Critical is what lies, in at least half of the futures, on the chain that decides the latest of all ends.
  public static func of(_ forecast: PlanForecast) -> [String: ForecastMarks] {
    let plan = forecast.plan
    var marks: [String: ForecastMarks] = [:]
    var last: (promise: PlanForecast.Promise, ships: Day)?
    for promise in forecast.promises {
      guard case .initiative(let item, _) = promise.subject, let dates = plan.dates(of: item) else {
        continue
      }
      marks[plan.model.items[item].facts.id] = ForecastMarks(
        p50: promise.days.p50, p80: promise.days.p80, p95: promise.days.p95,
        probability: promise.chance?.share)
      if last.map({ $0.ships < dates.ships }) ?? true { last = (promise, dates.ships) }
    }
    for activity in last.flatMap({ forecast.target(of: $0.promise).critical }) ?? []
    where activity.chance.share >= 0.5 && plan.model.items.indices.contains(activity.activity) {
      marks[plan.model.items[activity.activity].facts.id]?.isCritical = true
    }
    return marks
  }
}
