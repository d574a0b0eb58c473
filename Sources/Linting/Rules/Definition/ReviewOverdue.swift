internal import CivilDates
public import Diagnostics
internal import Workspaces

/// Flags a definition whose day of review has passed.
public struct ReviewOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/review-overdue", .warning,
    summary: "A review that should have taken place by now.",
    why: "What nobody looks at again stays true on paper only, and others keep deciding by it.",
    remedy: "Review it, correct what has changed, and set the day of the next review.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The review was due two weeks ago",
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "status": "adopted", "category": "docs",
        "review": ⟦"2025-12"⟧}
      """#),
    .good(
      "This month's review has until the end of the month",
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "status": "adopted", "category": "docs",
        "review": "2026-01"}
      """#),
  ]

  /// Looks at the review of everything that lives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for definition in context.snapshot.definitions {
      guard let review = context.relations.term("review", of: definition),
        review.when.last < context.asOf,
        context.lifecycles.isLive(definition)
      else { continue }
      report.report(.overdue(review.when.last, context.asOf), at: review.value, in: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func overdue(_ day: Day, _ asOf: Day) -> Self {
    Self("the review was due by \(day), \(DayDistance.words(day.days(until: asOf))) ago")
  }
}
