internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags targets that are worse than where the metric already stands.
public struct MetricTargetAgainstDirection: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/target-against-direction", .warning,
    summary: "A target asks for less than the baseline that was measured before it is due.",
    why: "A target against the metric's direction is reached by doing harm, or by doing nothing.",
    remedy: "Correct the target, or the metric's direction.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "More is better, but less is asked for",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": "2025-12-01"}, "targets": [{"value": ⟦0.29⟧,
       "by": "2026-Q2"}]}
      """#),
    .good(
      "Less is better, and less is asked for",
      #"""
      {"kind": "metric", "id": "wait", "title": "Wait", "definition": "Orders by visits.",
       "direction": "down", "baseline": {"value": 40, "asOf": "2025-12-01"}, "targets": [{"value": 35,
       "by": "2026-Q2"}]}
      """#),
  ]

  /// Holds the targets of metrics against their baseline, those that are due after it was measured.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") {
      guard let baseline = metric["baseline"], let start = baseline["value"]?.decimal,
        let day = context.day(baseline["asOf"])
      else { continue }
      for target in metric.items("targets") {
        guard let value = target["value"], let number = value.decimal, number != start,
          let by = context.when(target["by"])?.last, by > day,
          MetricGoal.isReached(start, number, by: metric) == true
        else { continue }
        report.report(.against(metric, number, start), at: value, in: metric)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func against(_ metric: Definition, _ target: ExactDecimal, _ start: ExactDecimal) -> Self
  {
    let wanted = metric.has("direction", "up") ? "rise" : "fall"
    return Self(
      "'\(metric.id)' is to \(wanted), but the target \(target) is worse than the baseline \(start)")
  }
}
