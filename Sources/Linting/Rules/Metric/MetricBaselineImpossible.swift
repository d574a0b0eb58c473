public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags baselines that a metric of their type cannot have.
public struct MetricBaselineImpossible: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/baseline-impossible", .error,
    summary: "A proportion has a baseline outside 0 to 1, or a count has a negative one.",
    why:
      "Sample sizes and targets are worked out from the baseline; from an impossible one they come out "
      + "wrong.",
    remedy: "Write proportions as fractions (31 % is 0.31), and check what was measured.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A proportion in percent",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "type": "proportion", "baseline": {"value": ⟦31⟧, "asOf": "2025-12-01"}}
      """#),
    .bad(
      "Fewer than none",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "type": "count", "baseline": {"value": ⟦-4⟧, "asOf": "2025-12-01"}}
      """#),
    .good(
      "A proportion as a fraction",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "type": "proportion", "baseline": {"value": 0.31, "asOf": "2025-12-01"}}
      """#),
  ]

  /// Looks at the baseline of every proportion and count.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") {
      guard let value = metric["baseline"]?["value"], let number = value.decimal else { continue }
      if metric.has("type", "proportion"), number < .zero || number > ExactDecimal(1) {
        report.report(.noProportion(metric, number), at: value, in: metric)
      } else if metric.has("type", "count"), number < .zero {
        report.report(.negativeCount(metric, number), at: value, in: metric)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noProportion(_ metric: Definition, _ number: ExactDecimal) -> Self {
    Self("the baseline of proportion '\(metric.id)' is \(number), outside 0 to 1")
  }
  fileprivate static func negativeCount(_ metric: Definition, _ number: ExactDecimal) -> Self {
    Self(
      "the baseline of count '\(metric.id)' is \(number), below zero",
      help: "Correct the number, or the type.")
  }
}
