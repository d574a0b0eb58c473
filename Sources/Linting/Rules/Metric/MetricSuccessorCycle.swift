public import Diagnostics
internal import JSONSyntax
internal import Workspaces

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
    for cycle in context.cycles("metric", links: { $0["replacedBy"].map { [$0] } ?? [] }) {
      guard let first = cycle.first else { continue }
      let notes = cycle.dropFirst().prefix(8).map {
        RuleNote("which is replaced here", at: $0.value, in: $0.definition)
      }
      report.report(
        .successorCycle(cycle.map(\.definition.id)), at: first.value, in: first.definition, notes: notes)
    }
  }
}

extension RuleMessage {
  fileprivate static func successorCycle(_ ids: [String]) -> Self {
    ids.count == 1
      ? Self("metric '\(ids[0])' is replaced by itself")
      : Self("metric '\(ids[0])' is replaced by \(Wording.list(Array(ids.dropFirst()))), and so by itself")
  }
}
