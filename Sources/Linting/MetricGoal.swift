internal import CivilDates
internal import JSONSyntax
internal import Workspaces

/// How a metric's numbers compare with what is wanted of it.
enum MetricGoal {
  /// Whether `value` is as good as `target`; nil where the metric is to be held, not moved.
  static func isReached(_ value: ExactDecimal, _ target: ExactDecimal, by metric: Definition) -> Bool? {
    if metric.has("direction", "up") { return value >= target }
    if metric.has("direction", "down") { return value <= target }
    return nil
  }

  /// The metric's baseline and observations with their days, those without a day left out.
  static func measurements(
    of metric: Definition, in context: LintContext
  ) -> [(day: Day, value: ExactDecimal)] {
    var all: [(day: Day, value: ExactDecimal)] = []
    if let baseline = metric["baseline"], let day = context.day(baseline["asOf"]),
      let value = baseline["value"]?.decimal
    {
      all.append((day, value))
    }
    for item in metric.items("observations") {
      guard let day = context.day(item["date"]), let value = item["value"]?.decimal else { continue }
      all.append((day, value))
    }
    return all
  }
}
