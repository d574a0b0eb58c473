public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics that are computed from themselves.
public struct MetricInputCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/input-cycle", .error,
    summary: "A metric is an input of itself, directly or through other metrics.",
    why:
      "A number that needs itself to be computed has no value; whoever reads it reads something else "
      + "than it says.",
    remedy: "Decide which of the metrics is measured, and take its inputs away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two metrics are computed from each other",
      #"""
      {"kind": "metric", "id": "order-rate", "title": "Order rate", "definition": "Orders by visits.",
       "direction": "up", "inputs": [⟦"visit-share"⟧]}
      """#,
      #"""
      {"kind": "metric", "id": "visit-share", "title": "Visit share", "definition": "Orders by visits.",
       "direction": "up", "inputs": ["order-rate"]}
      """#),
    .good(
      "One is computed from the other",
      #"""
      {"kind": "metric", "id": "order-rate", "title": "Order rate", "definition": "Orders by visits.",
       "direction": "up", "inputs": ["visits"]}
      """#,
      #"""
      {"kind": "metric", "id": "visits", "title": "Visits", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
  ]

  /// Looks for cycles among the inputs of metrics.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for cycle in context.cycles("metric", links: { Array($0.items("inputs")) }) {
      guard let first = cycle.first else { continue }
      let notes = cycle.dropFirst().prefix(8).map {
        RuleNote("and this one needs the next", at: $0.value, in: $0.definition)
      }
      report.report(
        .inputCycle(cycle.map(\.definition.id)), at: first.value, in: first.definition, notes: notes)
    }
  }
}

extension RuleMessage {
  fileprivate static func inputCycle(_ ids: [String]) -> Self {
    ids.count == 1
      ? Self("metric '\(ids[0])' is an input of itself")
      : Self("metric '\(ids[0])' is computed from itself, by way of \(Wording.list(Array(ids.dropFirst())))")
  }
}
