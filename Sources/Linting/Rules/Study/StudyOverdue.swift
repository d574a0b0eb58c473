internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies that should have been finished.
public struct StudyOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/overdue", .warning,
    summary:
      "The end of a study has passed and it is still being done, or it has been analysed for long. "
      + "Option `days` (30, for the analysis).",
    why: "Decisions wait for it, or are made without it.",
    remedy: "Publish what there is, write the new end, or cancel the study and say why.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Still in the field after its end",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "fielding", "end": ⟦"2025-12-19"⟧}
      """#),
    .good(
      "Being analysed for two weeks",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "analysing", "end": "2026-01-02"}
      """#),
  ]

  /// Looks at the end of studies that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let patience = context.number("days", of: metadata, standard: 30)
    for (_, study) in context.all("study") where !study.has("status", oneOf: "published", "cancelled") {
      guard let value = study["end"], let end = context.passed(value) else { continue }
      let days = end.days(until: context.asOf)
      if study.has("status", "analysing"), days <= patience { continue }
      report.report(.studyOverdue(study, days), at: value, in: study)
    }
  }
}

extension RuleMessage {
  fileprivate static func studyOverdue(_ study: Definition, _ days: Int) -> Self {
    Self("'\(study.id)' was to end \(DayDistance.words(days)) ago, and is \(study.status)")
  }
}
