public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics whose successor is itself on its way out and leads nowhere.
public struct MetricSuccessorDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/successor-dead", .warning,
    summary: "A metric is replaced by one that is deprecated or retired without a successor.",
    why: "People who follow the pointer end at a number that nobody keeps any more.",
    remedy: "Point `replacedBy` at the metric that is measured today.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The successor is retired too",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "deprecated", "replacedBy": ⟦"order-count"⟧}
      """#,
      #"""
      {"kind": "metric", "id": "order-count", "title": "Order count", "definition": "Orders by visits.",
       "direction": "up", "status": "retired"}
      """#),
    .good(
      "The successor has one of its own",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "deprecated", "replacedBy": "order-count"}
      """#,
      #"""
      {"kind": "metric", "id": "order-count", "title": "Order count", "definition": "Orders by visits.",
       "direction": "up", "status": "retired", "replacedBy": "paid-orders"}
      """#,
      #"""
      {"kind": "metric", "id": "paid-orders", "title": "Paid orders", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
  ]

  /// Looks at the successor of every metric.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") {
      guard let value = metric["replacedBy"], let successor = context.target(value, "metric"),
        successor.isFading,
        successor["replacedBy"] == nil
      else { continue }
      report.report(.successorDead(metric, successor), at: value, in: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func successorDead(_ metric: Definition, _ successor: Definition) -> Self {
    Self(
      "metric '\(metric.id)' is replaced by '\(successor.id)', which is \(successor.status) without a "
        + "successor"
    )
  }
}
