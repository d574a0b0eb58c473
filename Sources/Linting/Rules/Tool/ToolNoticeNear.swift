internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags contracts that have to be decided on soon.
public struct ToolNoticeNear: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/notice-near", .warning,
    summary: "The last day to give notice comes soon, and no decision is recorded. Option `days` (60).",
    why: "Comparing tools and talking to the vendor takes weeks; after that day the next term is paid for.",
    remedy: "Decide whether to keep the tool, and write it in `contract.decision`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two weeks are left",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-04-01", "renews": ⟦"2026-04-01"⟧, "noticeDays": 60,
       "autoRenew": true}}
      """#),
    .good(
      "Half a year is left",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-10-01", "renews": "2026-10-01", "noticeDays": 60,
       "autoRenew": true}}
      """#),
    .good(
      "The repository looks ahead two weeks only",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-04-01", "renews": "2026-04-01", "noticeDays": 60,
       "autoRenew": true}}
      """#,
      configuration: #"{"version": 1, "lint": {"rules": {"tool/notice-near": {"days": 10}}}}"#),
  ]

  /// Looks at contracts that renew by themselves and have no decision.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let ahead = context.number("days", of: metadata, standard: 60)
    for (_, tool) in context.all("tool") where !tool.has("status", "retired") {
      guard let contract = tool["contract"], contract["autoRenew"]?.bool == true, contract["decision"] == nil,
        let value = contract["renews"], let renews = context.day(value),
        let days = contract["noticeDays"]?.integer,
        (0...36_500).contains(days)
      else { continue }
      let notice = renews.advanced(by: -days)
      guard notice >= context.asOf, context.asOf.days(until: notice) <= ahead else { continue }
      report.report(.noticeNear(tool, notice, context.asOf), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func noticeNear(_ tool: Definition, _ notice: Day, _ today: Day) -> Self {
    let left = today == notice ? "today" : "in \(DayDistance.words(today.days(until: notice)))"
    return Self(
      "notice for the contract of \(tool.title) is due by \(notice), \(left), and nothing is decided")
  }
}
