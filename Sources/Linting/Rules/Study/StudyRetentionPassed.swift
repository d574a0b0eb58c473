internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags personal data of participants that should have been deleted.
public struct StudyRetentionPassed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/retention-passed", .error,
    summary: "The day until which a study may keep its data has passed.",
    why:
      "We promised the people who took part that their data would be gone by then, and the law holds us "
      + "to it.",
    remedy:
      "Delete the data and take `retainUntil` away, with a note of when it was done; or ask for consent "
      + "again.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "To be deleted last year",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "consent": {"form": "Interviews 2024",
       "retainUntil": ⟦"2025-12-31"⟧}}
      """#),
    .good(
      "Still covered",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "consent": {"form": "Interviews 2024",
       "retainUntil": "2026-12-31"}}
      """#),
  ]

  /// Looks at the consent of every study.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study") {
      guard let consent = study["consent"], let value = consent["retainUntil"],
        let day = context.passed(value)
      else { continue }
      report.report(.keptTooLong(study, day, consent.string("location")), at: value, in: study)
    }
  }
}

extension RuleMessage {
  fileprivate static func keptTooLong(_ study: Definition, _ day: Day, _ location: String?) -> Self {
    let place = location.map { " in \($0)" } ?? ""
    return Self("the data of '\(study.id)'\(place) was to be kept until \(day)")
  }
}
