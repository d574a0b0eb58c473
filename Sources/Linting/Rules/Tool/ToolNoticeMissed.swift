internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags contracts that can no longer be ended in time, though nobody decided to keep them.
public struct ToolNoticeMissed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/notice-missed", .error,
    summary:
      "The last day to give notice has passed, the contract renews by itself, and no decision is "
      + "recorded.",
    why: "The money for another term is spent, by nobody's decision.",
    remedy:
      "Write in `contract.decision` what was decided; if nothing was, ask the vendor now, and note the "
      + "next day of notice.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Notice was due six weeks ago",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-02-01", "renews": ⟦"2026-02-01"⟧, "noticeDays": 60,
       "autoRenew": true}}
      """#),
    .good(
      "Somebody decided",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-02-01", "renews": "2026-02-01", "noticeDays": 60,
       "autoRenew": true, "decision": "Renew"}}
      """#),
    .good(
      "There is time",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 60,
       "autoRenew": true}}
      """#),
  ]

  /// Looks at contracts that renew by themselves and have no decision.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where !tool.has("status", "retired") {
      guard let contract = tool["contract"], contract["autoRenew"]?.bool == true, contract["decision"] == nil,
        let value = contract["renews"], let renews = context.day(value), renews >= context.asOf,
        let days = contract["noticeDays"]?.integer, (0...36_500).contains(days)
      else { continue }
      let notice = renews.advanced(by: -days)
      if notice < context.asOf { report.report(.noticeMissed(tool, notice, renews), at: value, in: tool) }
    }
  }
}

extension RuleMessage {
  fileprivate static func noticeMissed(_ tool: Definition, _ notice: Day, _ renews: Day) -> Self {
    Self("the contract of \(tool.title) renews on \(renews), and notice had to be given by \(notice)")
  }
}
