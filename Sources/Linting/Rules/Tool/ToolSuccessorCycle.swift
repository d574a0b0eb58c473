internal import Graphs
public import Diagnostics

/// Flags tools that replace each other in a circle.
public struct ToolSuccessorCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/successor-cycle", .error,
    summary: "Following the successors of a tool leads back to it.",
    why: "Nobody can tell which of them people should use.",
    remedy: "Decide which tool is current, and take its `replacedBy` away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Each is replaced by the other",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys", "status": "adopted",
       "replacedBy": ⟦"wiki"⟧}
      """#,
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted",
       "replacedBy": "old-wiki"}
      """#),
    .good(
      "One is current",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys", "status": "retired",
       "replacedBy": "wiki"}
      """#,
      #"{"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted"}"#),
  ]

  /// Looks for cycles among the successors of tools.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    context.reportSuccessorCycles(of: "tool", &report)
  }
}
