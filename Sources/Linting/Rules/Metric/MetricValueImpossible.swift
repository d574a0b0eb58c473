public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags observations and targets that no proportion can have.
public struct MetricValueImpossible: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/value-impossible", .error,
    summary: "An observation or a target of a proportion lies outside 0 to 1.",
    why:
      "One number in percent among fractions makes every chart and every comparison wrong by a factor "
      + "of a hundred.",
    remedy: "Write proportions as fractions (31 % is 0.31).")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "An observation and an objective in percent",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "type": "proportion", "observations": [{"date": "2025-12-01", "value": ⟦31⟧}]}
      """#,
      #"""
      {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026",
       "objectives": [{"id": "o", "title": "More", "metric": "conversion", "target": ⟦36⟧,
       "by": "2026-Q4"}]}
      """#),
    .good(
      "Fractions throughout",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "type": "proportion", "observations": [{"date": "2025-12-01", "value": 0.31}]}
      """#,
      #"""
      {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026",
       "objectives": [{"id": "o", "title": "More", "metric": "conversion", "target": 0.36,
       "by": "2026-Q4"}]}
      """#),
  ]

  /// Looks at observations and targets of proportions, and at objectives and launches that aim at one.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") where metric.has("type", "proportion") {
      for item in metric.items("observations") { look(at: item["value"], of: metric, in: metric, &report) }
      for item in metric.items("targets") { look(at: item["value"], of: metric, in: metric, &report) }
    }
    for (kind, list) in [("plan", "objectives" as StaticString), ("launch", "success")] {
      for (_, definition) in context.all(kind) {
        for item in definition.items(list) {
          guard let metric = context.target(item["metric"], "metric"), metric.has("type", "proportion") else {
            continue
          }
          look(at: item["target"], of: metric, in: definition, &report)
        }
      }
    }
  }

  private static func look(
    at value: JSONValue?, of metric: Definition, in definition: Definition, _ report: inout Reporter
  ) {
    guard let value, let number = value.decimal, number < .zero || number > ExactDecimal(1) else { return }
    report.report(.outside(metric, number), at: value, in: definition)
  }
}

extension RuleMessage {
  fileprivate static func outside(_ metric: Definition, _ number: ExactDecimal) -> Self {
    Self("'\(metric.id)' is a proportion, and \(number) lies outside 0 to 1")
  }
}
