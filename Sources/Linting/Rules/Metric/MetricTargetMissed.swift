internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags the last target that has passed without being reached.
public struct MetricTargetMissed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/target-missed", .warning,
    summary: "The day of a target has passed, and no observation up to it reached the target.",
    why: "A target that is quietly missed teaches everybody that targets need not be met.",
    remedy:
      "Add the observation that reached it, or set a new target and say in the commit what was learned.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "No observation reaches it",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "targets": [{"value": 0.36, "by": ⟦"2025-Q4"⟧}],
       "observations": [{"date": "2025-12-01", "value": 0.33}]}
      """#),
    .good(
      "Reached in time",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "targets": [{"value": 0.36, "by": "2025-Q4"}],
       "observations": [{"date": "2025-12-01", "value": 0.37}]}
      """#),
    .good(
      "Not due yet",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "targets": [{"value": 0.36, "by": "2026-Q1"}]}
      """#),
  ]

  /// Holds the newest passed target of every metric against its observations.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") where !metric.isFading && metric["data"] == nil {
      var newest: (day: Day, item: JSONValue)?
      for item in metric.items("targets") {
        guard let day = context.passed(item["by"]), newest.map({ day > $0.day }) ?? true else { continue }
        newest = (day, item)
      }
      guard let (day, item) = newest, let by = item["by"], let target = item["value"]?.decimal,
        !metric.has("direction", "hold")
      else { continue }
      let values = MetricGoal.measurements(of: metric, in: context).filter { $0.day <= day }
      if values.contains(where: { MetricGoal.isReached($0.value, target, by: metric) == true }) { continue }
      let last = values.max { $0.day < $1.day }
      report.report(.missed(metric, target, by.string ?? "", last?.value), at: by, in: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func missed(
    _ metric: Definition, _ target: ExactDecimal, _ by: String, _ last: ExactDecimal?
  ) -> Self {
    let reached = last.map { "the last number up to then is \($0)" } ?? "there is no number from before"
    return Self("'\(metric.id)' was to reach \(target) by \(by); \(reached)")
  }
}
