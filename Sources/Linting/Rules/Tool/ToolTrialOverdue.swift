internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags trials that should have been decided.
public struct ToolTrialOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/trial-overdue", .warning,
    summary: "A tool is still evaluated or tried after the day by which it was to be decided on.",
    why: "A trial that is never ended becomes a tool that nobody chose.",
    remedy:
      "Decide, write it into `evaluation.decision` and set the status; or say why it takes longer, with "
      + "a new day.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "To be decided last year",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "trial", "evaluation": {"criteria": [], "decideBy": ⟦"2025-12-12"⟧}}
      """#),
    .good(
      "Decided",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "evaluation": {"criteria": [], "decideBy": "2025-12-12", "decision": "Adopt"}}
      """#),
  ]

  /// Looks at tools that are evaluated or tried.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "evaluating", "trial") {
      guard let evaluation = tool["evaluation"], let value = evaluation["decideBy"],
        let day = context.passed(value)
      else { continue }
      report.report(.undecided(tool, day, hasDecision: evaluation["decision"] != nil), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func undecided(_ tool: Definition, _ day: Day, hasDecision: Bool) -> Self {
    hasDecision
      ? Self(
        "\(tool.title) was decided on, but its status is still \(tool.status)",
        help: "Set the status that was decided.")
      : Self("\(tool.title) was to be decided on by \(day), and the status is still \(tool.status)")
  }
}
