internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags feedback on a process that has waited too long for an answer.
public struct ProcessFeedbackOpen: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/feedback-open", .warning,
    summary: "Feedback on a process is still open. Option `days` (30).",
    why: "People who get no answer stop telling, and follow the process a little less each time.",
    remedy: "Change the process, or decline with a `resolution`; both are answers.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Open for two months",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "feedback": [{"on": "2025-11-10", "by": "@ana", "text": "Too late for us.", "status": ⟦"open"⟧}]}
      """#),
    .good(
      "Answered",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "feedback": [{"on": "2025-11-10", "by": "@ana", "text": "Too late for us.", "status": "resolved"}]}
      """#),
  ]

  /// Looks at open feedback.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 30)
    for (_, process) in context.all("process") where !process.isFading {
      for item in process.items("feedback") {
        guard let value = item["status"], value.isString("open"), let day = context.day(item["on"]),
          day.days(until: context.asOf) > limit
        else { continue }
        report.report(.stillOpen(process, item, day.days(until: context.asOf)), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func stillOpen(_ process: Definition, _ item: JSONValue, _ days: Int) -> Self {
    Self(
      "feedback of \(item.string("by") ?? "somebody") on \(process.title) has been open for "
        + "\(DayDistance.words(days))"
    )
  }
}
