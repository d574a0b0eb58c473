public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps that are due before what they need has been made.
public struct ProcessInputTooLate: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/input-too-late", .warning,
    summary: "A step needs something that only later steps of the process produce.",
    why: "The step is done without it, or everybody waits.",
    remedy: "Move one of the due days, or correct `inputs` and `outputs`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The briefing is written after the day it is used",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "brief", "title": "Brief",
       "accountable": "pm", "due": "T-14", "inputs": [⟦"briefing"⟧]}, {"id": "write", "title": "Write",
       "accountable": "pm", "due": "T-7", "outputs": ["briefing"]}]}
      """#),
    .good(
      "It is written before",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm", "due": "T-21", "outputs": ["briefing"]}, {"id": "brief", "title": "Brief",
       "accountable": "pm", "due": "T-14", "inputs": ["briefing"]}]}
      """#),
  ]

  /// Compares the due days of steps with those of the steps that produce their inputs.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, process) in context.all("process") where !process.isFading {
      var earliest: [String: (days: Int, step: String)] = [:]
      for step in process.items("steps") {
        for output in step.items("outputs").compactMap(\.string) {
          let days = StepDue.days(step["due"]) ?? .min
          if days < earliest[output]?.days ?? .max { earliest[output] = (days, step.string("id") ?? "") }
        }
      }
      for step in process.items("steps") {
        guard let days = StepDue.days(step["due"]) else { continue }
        for input in step.items("inputs") {
          guard let maker = input.string.flatMap({ earliest[$0] }), maker.days > days else { continue }
          report.report(.inputTooLate(step, input, maker.step), at: input, in: process)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func inputTooLate(_ step: JSONValue, _ input: JSONValue, _ maker: String) -> Self {
    Self(
      "step '\(step.string("id") ?? "")' needs '\(input.string ?? "")' at \(step.string("due") ?? ""), "
        + "but '\(maker)' makes it only later"
    )
  }
}
