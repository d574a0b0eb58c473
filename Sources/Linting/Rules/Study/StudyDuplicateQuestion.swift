public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags questions that another study has asked already.
public struct StudyDuplicateQuestion: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/duplicate-question", .info,
    summary: "A study that is not over asks a question in the words of another study.",
    why: "The answer may be there already; and asking people twice tires them.",
    remedy: "Read the other study first; say in the question what is still unknown.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Asked and answered last year",
      #"""
      {"kind": "study", "id": "a-old-talks", "title": "A old talks", "method": "interview",
       "status": "published", "questions": ["Why do guests leave?"]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "status": "planned", "questions": [⟦"Why do guests  leave?"⟧]}
      """#),
    .good(
      "Another question",
      #"""
      {"kind": "study", "id": "a-old-talks", "title": "A old talks", "method": "interview",
       "status": "published", "questions": ["Why do guests leave?"]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "status": "planned", "questions": ["What would make guests stay?"]}
      """#),
  ]

  /// Compares the questions of studies word for word.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var asked: [String: (study: Definition, value: JSONValue)] = [:]
    for isOver in [true, false] {
      for (_, study) in context.all("study")
      where !study.has("status", "cancelled") && study.has("status", "published") == isOver {
        for value in study.items("questions") {
          guard let question = value.string.map(Wording.folded) else { continue }
          if let first = asked[question], !isOver, first.study.id != study.id {
            let note = RuleNote("asked here", at: first.value, in: first.study)
            report.report(.askedBefore(first.study), at: value, in: study, notes: [note])
          } else if asked[question] == nil {
            asked[question] = (study, value)
          }
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func askedBefore(_ study: Definition) -> Self {
    Self("study '\(study.id)' (\(study.status)) asks the same question")
  }
}
