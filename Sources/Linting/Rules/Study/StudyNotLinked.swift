public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies that nobody waits for.
public struct StudyNotLinked: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/not-linked", .info,
    summary: "A study that is not over names no initiative, and nothing refers to it.",
    why: "Research that no decision waits for is read by nobody.",
    remedy: "Name the initiatives it is for; if there are none, ask who wants to know.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "For whom?",
      #"""
      {"kind": "study", "id": ⟦"checkout-talks"⟧, "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "planned"}
      """#),
    .good(
      "For an initiative",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "planned", "initiatives": ["checkout"]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth"}
      """#),
  ]

  /// Looks at studies that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, study) in context.all("study") where !study.has("status", oneOf: "published", "cancelled")
    {
      if study.items("initiatives").contains(where: { $0.string != nil })
        || context.relations.isReferred(position)
      {
        continue
      }
      report.report(.linkedToNothing(study), atStartOf: study)
    }
  }
}

extension RuleMessage {
  fileprivate static func linkedToNothing(_ study: Definition) -> Self {
    Self("'\(study.id)' is \(study.status), and no initiative or insight waits for it")
  }
}
