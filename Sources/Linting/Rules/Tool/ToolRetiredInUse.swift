public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps, integrations and studies that still need a tool that is retired.
public struct ToolRetiredInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/retired-in-use", .error,
    summary:
      "A process that is followed, a tool that is used or a study that is not over uses a retired tool.",
    why: "People meet a step that cannot be done any more, and improvise.",
    remedy: "Use the tool's successor, or change the step.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A step of a process needs it",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys", "status": "retired"}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm", "tools": [⟦"old-wiki"⟧]}]}
      """#),
    .good(
      "The process is retired as well",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys", "status": "retired"}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "retired", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm", "tools": ["old-wiki"]}]}
      """#),
  ]

  /// Looks at who refers to retired tools.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for use in context.currentToolUses() where use.tool.has("status", "retired") {
      report.report(.retiredTool(use.tool, in: use.definition), at: use.value, in: use.definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func retiredTool(_ tool: Definition, in definition: Definition) -> Self {
    let successor = tool["replacedBy"]?.string
    return Self(
      "this \(definition.kind) uses \(tool.title), which is retired",
      help: successor.map { "Its successor is '\($0)'." } ?? "", candidates: successor.map { [$0] } ?? [])
  }
}
