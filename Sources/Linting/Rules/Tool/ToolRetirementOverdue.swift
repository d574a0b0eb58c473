internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that should be gone by now.
public struct ToolRetirementOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/retirement-overdue", .warning,
    summary: "The day on which a tool was to be switched off has passed, and the tool is not retired.",
    why: "Either it runs on and is paid for, or it is gone and the definition misleads those who look.",
    remedy: "Set the status to `retired`, or write the new day.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It was to end last year",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "retirement": {"announced": "2025-06-01", "off": ⟦"2025-11-30"⟧}}
      """#),
    .good(
      "It did",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys", "status": "retired",
       "retirement": {"announced": "2025-06-01", "off": "2025-11-30"}}
      """#),
  ]

  /// Looks at the last day of tools that are not retired.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where !tool.has("status", "retired") {
      guard let value = tool["retirement"]?["off"], let off = context.passed(value) else { continue }
      report.report(.notOff(tool, off), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func notOff(_ tool: Definition, _ off: Day) -> Self {
    Self("\(tool.title) was to be switched off by \(off), and is \(tool.status)")
  }
}
