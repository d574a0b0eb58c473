internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags contracts whose notice is longer than their term.
public struct ToolNoticeLongerThanTerm: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/notice-longer-than-term", .error,
    summary: "Notice has to be given before the contract begins.",
    why: "Such a contract can never be ended at its first renewal; most often a number is wrong.",
    remedy: "Check `start`, `renews` and `noticeDays` against the contract.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A month's contract with three months of notice",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2026-01-01", "renews": "2026-02-01", "noticeDays": ⟦90⟧,
       "autoRenew": true}}
      """#),
    .good(
      "A year's contract with three months of notice",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 90,
       "autoRenew": true}}
      """#),
  ]

  /// Holds the notice of every contract against its term.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") {
      guard let contract = tool["contract"], let start = context.day(contract["start"]),
        let renews = context.day(contract["renews"]), let value = contract["noticeDays"],
        let days = value.integer
      else { continue }
      let term = start.days(until: renews)
      if days > 0, days >= term { report.report(.noticeTooLong(tool, days, term), at: value, in: tool) }
    }
  }
}

extension RuleMessage {
  fileprivate static func noticeTooLong(_ tool: Definition, _ days: Int, _ term: Int) -> Self {
    term <= 0
      ? Self("the contract of \(tool.title) renews before it begins")
      : Self(
        "the contract of \(tool.title) lasts \(Enumeration.count(term, "day")), but notice is due "
          + "\(Enumeration.count(days, "day")) ahead"
      )
  }
}
