public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags current work that is measured by a deprecated metric.
public struct MetricDeprecatedInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/deprecated-in-use", .warning,
    summary: "An experiment or a launch that is not over relies on a metric that is deprecated.",
    why: "The number will stop before the work is judged by it, or it is already known to be wrong.",
    remedy: "Use the metric's successor, or keep the metric until this is over.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "An experiment that runs decides by it",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": [⟦"orders"⟧]}
      """#,
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "deprecated", "replacedBy": "paid-orders"}
      """#),
    .good(
      "The experiment is over",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped", "primaryMetrics": ["orders"]}
      """#,
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "deprecated"}
      """#),
  ]

  /// Looks at what experiments and launches that are not over are measured by.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for use in context.currentMetricUses() where use.metric.has("status", "deprecated") {
      report.report(.deprecatedMetric(use.metric, in: use.definition), at: use.value, in: use.definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func deprecatedMetric(_ metric: Definition, in definition: Definition) -> Self {
    let successor = metric["replacedBy"]?.string
    return Self(
      "this \(definition.kind) relies on metric '\(metric.id)', which is deprecated",
      help: successor.map { "Its successor is '\($0)'." } ?? "", candidates: successor.map { [$0] } ?? [])
  }
}
