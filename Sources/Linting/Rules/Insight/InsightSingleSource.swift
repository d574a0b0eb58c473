public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags insights of which we are very sure because of one source.
public struct InsightSingleSource: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/single-source", .info,
    summary: "An insight with high confidence has one supporting source only.",
    why: "One study has one way of asking; what two different sources agree on is far more likely to hold.",
    remedy: "Look for a second source of another kind, or lower the confidence.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "One study, high confidence",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated", "confidence": ⟦"high"⟧,
       "evidence": [{"source": "study:checkout-talks", "stance": "supports"}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#),
    .good(
      "Two sources",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated", "confidence": "high",
       "evidence": [{"source": "study:checkout-talks", "stance": "supports"},
       {"source": "metric:conversion", "stance": "supports"}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
  ]

  /// Counts the supporting sources of insights with high confidence.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, insight) in context.all("insight")
    where insight.has("status", oneOf: "validated", "addressed") && insight.has("confidence", "high") {
      let sources = insight.items("evidence").filter { $0.has("stance", oneOf: "supports") }.compactMap {
        $0.string("source")
      }
      guard sources.count == 1 else { continue }
      report.report(.oneSource(insight, sources[0]), field: "confidence", of: insight)
    }
  }
}

extension RuleMessage {
  fileprivate static func oneSource(_ insight: Definition, _ source: String) -> Self {
    Self("confidence in '\(insight.id)' is high, and \(source) is its only support")
  }
}
