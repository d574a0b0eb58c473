public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags insights that are called validated and rest on nothing.
public struct InsightWithoutEvidence: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/validated-without-evidence", .error,
    summary: "A validated or addressed insight has no evidence that supports it.",
    why: "It is an opinion with a better name, and plans will rest on it.",
    remedy: "Name the study, experiment or metric that supports it, or set the status back to `new`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Who says so?",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": ⟦"validated"⟧}
      """#),
    .good(
      "A study says so",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated",
       "evidence": [{"source": "study:checkout-talks", "stance": "supports"}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#),
  ]

  /// Looks at the evidence of validated and addressed insights.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, insight) in context.all("insight") where insight.has("status", oneOf: "validated", "addressed") {
      if insight.items("evidence").contains(where: { $0.has("stance", oneOf: "supports") }) { continue }
      report.report(.withoutEvidence(insight), field: "status", of: insight)
    }
  }
}

extension RuleMessage {
  fileprivate static func withoutEvidence(_ insight: Definition) -> Self {
    Self("'\(insight.id)' is \(insight.status), and no evidence supports it")
  }
}
