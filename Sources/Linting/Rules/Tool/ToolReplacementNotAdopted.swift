public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that are taken away before their successor is there.
public struct ToolReplacementNotAdopted: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/replacement-not-adopted", .warning,
    summary: "A deprecated or retired tool is replaced by one that is not adopted.",
    why: "Between two tools people keep their own lists, and those stay.",
    remedy: "Adopt the successor first, or name the one that people really moved to.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The successor is still tried",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "replacedBy": ⟦"wiki"⟧}
      """#,
      #"{"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "trial"}"#),
    .good(
      "The successor is adopted",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "replacedBy": "wiki"}
      """#,
      #"{"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted"}"#),
  ]

  /// Looks at the successor of tools on their way out.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.isFading {
      guard let value = tool["replacedBy"], let successor = context.target(value, "tool"),
        !successor.has("status", "adopted"), !(successor.isFading && successor["replacedBy"] != nil)
      else { continue }
      report.report(.notAdopted(tool, successor), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func notAdopted(_ tool: Definition, _ successor: Definition) -> Self {
    Self(
      "\(tool.title) is \(tool.status), but its successor \(successor.title) is not adopted "
        + "(\(successor.status))"
    )
  }
}
