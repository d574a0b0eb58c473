public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags insights that count as validated although some of their evidence says the opposite.
public struct InsightContradiction: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/contradiction", .warning,
    summary: "A validated insight has evidence that contradicts it.",
    why: "Readers see \"validated\" and not the doubt; the next result will surprise them.",
    remedy:
      "Set the status to `contested` until it is settled, or write in the statement for whom it holds.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "An experiment says no",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated",
       "evidence": [{"source": "study:checkout-talks", "stance": "supports"},
       {"source": "experiment:one-page", "stance": ⟦"contradicts"⟧}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped"}
      """#),
    .good(
      "Contested",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "contested",
       "evidence": [{"source": "study:checkout-talks", "stance": "supports"},
       {"source": "experiment:one-page", "stance": "contradicts"}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped"}
      """#),
  ]

  /// Looks at the evidence of validated insights.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, insight) in context.all("insight") where insight.has("status", "validated") {
      for item in insight.items("evidence") {
        guard let value = item["stance"], value.isString("contradicts") else { continue }
        report.report(.contradicted(insight, item.string("source") ?? ""), at: value, in: insight)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func contradicted(_ insight: Definition, _ source: String) -> Self {
    Self("'\(insight.id)' is validated, but \(source) contradicts it")
  }
}
