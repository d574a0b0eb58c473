public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies with people that name no form of consent.
public struct StudyNoConsent: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/no-consent", .warning,
    summary: "A study that people take part in has begun without a consent form.",
    why: "Without consent the recordings may not be used, however good they are.",
    remedy: "Name in `consent` what participants agree to and until when their data is kept.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Interviews without consent",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": ⟦"fielding"⟧}
      """#),
    .good(
      "With a form",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "fielding", "consent": {"form": "Interviews 2026"}}
      """#),
    .good(
      "Nobody is asked",
      #"""
      {"kind": "study", "id": "checkout-reading", "title": "Checkout reading",
       "questions": ["Why do guests leave?"], "method": "desk", "status": "fielding"}
      """#),
  ]

  /// Looks at studies that have begun, apart from those at a desk.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study")
    where study.has("status", oneOf: "recruiting", "fielding", "analysing", "published")
      && !study.has("method", "desk")
    {
      if study["consent"] == nil { report.report(.noConsent(study), field: "status", of: study) }
    }
  }
}

extension RuleMessage {
  fileprivate static func noConsent(_ study: Definition) -> Self {
    Self("'\(study.id)' is \(study.status), and nothing says what its participants agreed to")
  }
}
