public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps that are due before a step that they wait for.
public struct ProcessStepDueContradictsOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/step-due-contradicts-order", .error,
    summary: "A step is due earlier than another that has to be done first.",
    why: "One of the two days cannot be kept, and those who try will do the steps in the wrong order.",
    remedy: "Move one of the due days, or take the order away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Brief first, write later",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm", "due": "T-7"}, {"id": "brief", "title": "Brief", "accountable": "pm",
       "after": ["write"], "due": ⟦"T-14"⟧}]}
      """#),
    .good(
      "Write first",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm", "due": "T-21"}, {"id": "brief", "title": "Brief", "accountable": "pm",
       "after": ["write"], "due": "T-14"}]}
      """#),
  ]

  /// Compares the due days of steps with those of the steps they wait for.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, process) in context.all("process") {
      var due: [String: Int] = [:]
      for step in process.items("steps") {
        if let id = step.string("id"), let days = StepDue.days(step["due"]) { due[id] = days }
      }
      for step in process.items("steps") {
        guard let value = step["due"], let days = StepDue.days(value) else { continue }
        let late = step.items("after").compactMap(\.string).filter { (due[$0] ?? days) > days }
        if !late.isEmpty {
          report.report(.dueTooEarly(step.string("id") ?? "", value, late), at: value, in: process)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func dueTooEarly(_ step: String, _ due: JSONValue, _ late: [String]) -> Self {
    Self("step '\(step)' is due at \(due.string ?? ""), before \(Wording.list(late)), which it waits for")
  }
}
