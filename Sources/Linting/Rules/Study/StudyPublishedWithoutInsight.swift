public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags published studies that left nothing to build on.
public struct StudyPublishedWithoutInsight: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/published-without-insight", .warning,
    summary: "A published study is the evidence of no insight and no initiative.",
    why: "What it found is in a file that the next team will not open; it will ask the same people again.",
    remedy: "Write down its findings as insights, with the study as their source.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nothing came of it",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": ⟦"published"⟧}
      """#),
    .good(
      "An insight came of it",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published"}
      """#,
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "evidence": [{"source": "study:checkout-talks",
       "stance": "supports"}]}
      """#),
  ]

  /// Looks at who refers to published studies.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, study) in context.all("study") where study.has("status", "published") {
      let relations = context.relations
      guard relations.referrers(of: position, kind: "insight").isEmpty,
        relations.referrers(of: position, kind: "initiative").isEmpty
      else { continue }
      report.report(.withoutInsight(study), field: "status", of: study)
    }
  }
}

extension RuleMessage {
  fileprivate static func withoutInsight(_ study: Definition) -> Self {
    Self("'\(study.id)' is published, and no insight or initiative rests on it")
  }
}
