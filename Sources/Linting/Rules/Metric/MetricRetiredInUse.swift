public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags current work that is measured by a retired metric.
public struct MetricRetiredInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/retired-in-use", .error,
    summary: "An experiment or a launch that is not over relies on a metric that is retired.",
    why: "Nobody measures the number any more, so nobody will know whether the work was worth it.",
    remedy: "Use the metric's successor, or another one that is measured.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A launch promises to move it",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "success": [{"metric": ⟦"orders"⟧,
       "target": 900, "by": "2026-Q3"}]}
      """#,
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "retired"}
      """#),
    .good(
      "The metric is measured",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "success": [{"metric": "orders",
       "target": 900, "by": "2026-Q3"}]}
      """#,
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "active"}
      """#),
  ]

  /// Looks at what experiments and launches that are not over are measured by.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for use in context.currentMetricUses() where use.metric.has("status", "retired") {
      report.report(.retiredMetric(use.metric, in: use.definition), at: use.value, in: use.definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func retiredMetric(_ metric: Definition, in definition: Definition) -> Self {
    let successor = metric["replacedBy"]?.string
    return Self(
      "this \(definition.kind) relies on metric '\(metric.id)', which is retired",
      help: successor.map { "Its successor is '\($0)'." } ?? "", candidates: successor.map { [$0] } ?? [])
  }
}
