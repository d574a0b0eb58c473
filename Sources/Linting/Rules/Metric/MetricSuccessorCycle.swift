internal import Graphs
public import Diagnostics

/// Flags metrics that replace each other in a circle.
public struct MetricSuccessorCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/successor-cycle", .error,
    summary: "Following the replacements of a metric leads back to it.",
    why: "Whoever looks for the metric that counts today never arrives.",
    remedy: "Decide which metric is the current one, and take its `replacedBy` away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Each is replaced by the other",
      #"""
      {"kind": "metric", "id": "order-count", "title": "Order count", "definition": "Orders by visits.",
       "direction": "up", "replacedBy": ⟦"orders"⟧}
      """#,
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "replacedBy": "order-count"}
      """#),
    .good(
      "One is current",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "replacedBy": "order-count"}
      """#,
      #"""
      {"kind": "metric", "id": "order-count", "title": "Order count", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
  ]

  /// Looks for cycles among the successors of metrics.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    context.reportSuccessorCycles(of: "metric", &report)
  }
}
