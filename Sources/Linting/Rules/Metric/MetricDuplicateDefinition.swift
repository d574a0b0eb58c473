public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics that are defined in the same words under two names.
public struct MetricDuplicateDefinition: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/duplicate-definition", .warning,
    summary: "Two metrics in use have the same definition.",
    why: "Two names for one number drift apart, and discussions turn on which of them is right.",
    remedy: "Keep one; let the other be deprecated with the first as `replacedBy`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "One number, two names",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "direction": "up",
       "definition": "Orders by visits that reached the cart.", "source": "events"}
      """#,
      #"""
      {"kind": "metric", "id": "order-rate", "title": "Order rate", "direction": "up",
       "definition": ⟦"Orders by visits that  reached the cart."⟧, "source": "events"}
      """#),
    .good(
      "Different numbers",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "direction": "up",
       "definition": "Orders by visits that reached the cart."}
      """#,
      #"""
      {"kind": "metric", "id": "order-rate", "title": "Order rate", "direction": "up",
       "definition": "Orders by visits."}
      """#),
  ]

  /// Groups the metrics in use by the words of their definition.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var known: [[String]: Definition] = [:]
    for (_, metric) in context.all("metric") where !metric.isFading {
      guard let value = metric["definition"], let text = value.string else { continue }
      let key = [
        Wording.folded(text), metric["formula"]?.string ?? "", metric["source"]?.string ?? "",
      ]
      if let other = known[key] {
        let note = other["definition"].map { RuleNote("the same words", at: $0, in: other) }
        report.report(.sameDefinition(metric, other), at: value, in: metric, notes: note.map { [$0] } ?? [])
      } else {
        known[key] = metric
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func sameDefinition(_ metric: Definition, _ other: Definition) -> Self {
    Self("'\(metric.id)' is defined exactly as '\(other.id)' is")
  }
}
