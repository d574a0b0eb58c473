internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps of a launch that should have been done.
public struct LaunchItemOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/item-overdue", .warning,
    summary: "A step of a launch's checklist is not done and its day has passed.",
    why: "Every step has somebody waiting behind it; a late one is told, or the launch moves.",
    remedy: "Do it, set it to `waived` with a reason in the commit, or move the launch.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Its own day has passed",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "checklist": [{"step": "note",
       "status": ⟦"open"⟧, "due": "2026-01-09"}]}
      """#),
    .bad(
      "Due two months ahead, by its process",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "process": "launch-checklist",
       "checklist": [{"step": "message", "status": ⟦"open"⟧}]}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "message",
       "title": "Write", "accountable": "pm", "due": "T-60"}]}
      """#),
    .good(
      "Done in time",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "checklist": [{"step": "note",
       "status": "done", "due": "2026-01-09"}]}
      """#),
  ]

  /// Compares the due days of open steps, their own or those of the process, with today.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go", "done") {
      let date = context.day(launch["date"])
      var offsets: [String: Int] = [:]
      if date != nil, let process = context.target(launch["process"], "process") {
        for step in process.items("steps") {
          if let id = step.string("id"), let days = StepDue.days(step["due"]) { offsets[id] = days }
        }
      }
      for item in launch.items("checklist") {
        guard let value = item["status"], item.has("status", oneOf: "open", "in-progress"),
          let step = item.string("step")
        else { continue }
        let planned = offsets[step].flatMap { days in date.map { $0.advanced(by: days) } }
        guard let due = context.day(item["due"]) ?? planned, due < context.asOf else { continue }
        report.report(
          .itemOverdue(step, item.string("by"), due.days(until: context.asOf)), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func itemOverdue(_ step: String, _ person: String?, _ days: Int) -> Self {
    Self("step '\(step)'\(person.map { " of \($0)" } ?? "") was due \(DayDistance.words(days)) ago")
  }
}
