public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that are deprecated without a word on what their users are to do.
public struct ToolRetirementWithoutPath: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/retirement-without-path", .warning,
    summary: "A deprecated tool in use has neither a successor nor a migration.",
    why: "Every team finds its own replacement, and next year there are five.",
    remedy: "Name the successor in `replacedBy`, or the process of leaving in `retirement.migration`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Teams are left alone with it",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": ⟦"deprecated"⟧, "teams": ["growth"]}
      """#),
    .good(
      "The successor is named",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "teams": ["growth"], "replacedBy": "wiki"}
      """#),
    .good(
      "Nobody uses it",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated"}
      """#),
  ]

  /// Looks at deprecated tools that teams or definitions use.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, tool) in context.all("tool")
    where tool.has("status", "deprecated") && tool["replacedBy"] == nil {
      if tool["retirement"]?["migration"] != nil { continue }
      let teams = tool.items("teams").compactMap(\.string)
      guard !teams.isEmpty || context.relations.isReferred(position) else { continue }
      report.report(.noPath(tool, teams), field: "status", of: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func noPath(_ tool: Definition, _ teams: [String]) -> Self {
    let users = teams.isEmpty ? "definitions that refer to it" : Wording.list(teams)
    return Self("\(tool.title) is deprecated, and nothing says what its users (\(users)) are to do")
  }
}
