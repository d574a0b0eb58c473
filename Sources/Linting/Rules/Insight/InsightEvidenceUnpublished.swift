public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags validated insights that rest on research which has no result.
public struct InsightEvidenceUnpublished: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/evidence-unpublished", .warning,
    summary:
      "The evidence of a validated insight is a study that is not published, or an experiment that is "
      + "not over.",
    why: "What will come out is taken for granted, and then nobody reads it with open eyes.",
    remedy: "Wait for the result, or set the status back to `new`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The study has only begun",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated",
       "evidence": [{"source": ⟦"study:checkout-talks"⟧, "stance": "supports"}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "recruiting"}
      """#),
    .good(
      "The study is published",
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

  /// Looks at the sources of validated and addressed insights.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, insight) in context.all("insight") where insight.has("status", oneOf: "validated", "addressed") {
      for item in insight.items("evidence") {
        guard let value = item["source"] else { continue }
        if let study = context.target(value, "study"), !study.has("status", "published") {
          report.report(.noResult(insight, study), at: value, in: insight)
        } else if let experiment = context.target(value, "experiment"),
          !experiment.has("status", oneOf: "concluded", "stopped")
        {
          report.report(.noResult(insight, experiment), at: value, in: insight)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noResult(_ insight: Definition, _ source: Definition) -> Self {
    Self("'\(insight.id)' is \(insight.status) by \(source.kind) '\(source.id)', which is \(source.status)")
  }
}
