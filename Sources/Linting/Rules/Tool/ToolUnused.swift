public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags adopted tools that no team and no definition uses.
public struct ToolUnused: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/unused", .warning,
    summary: "An adopted tool names no team, and nothing refers to it.",
    why: "It is paid for and kept safe for nobody, or those who use it are not asked when it changes.",
    remedy: "Name the teams in `teams`, or retire the tool.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nobody has it",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": ⟦"adopted"⟧}
      """#),
    .good(
      "A team has it",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "teams": ["growth"]}
      """#),
    .good(
      "A metric comes from it",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted"}
      """#,
      #"""
      {"kind": "metric", "id": "satisfaction", "title": "Satisfaction", "definition": "Orders by visits.",
       "direction": "up", "source": "survey-kit"}
      """#),
  ]

  /// Looks at adopted tools without teams.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, tool) in context.all("tool")
    where tool.has("status", "adopted") && !context.relations.isReferred(position) {
      if tool.items("teams").contains(where: { $0.string != nil }) { continue }
      report.report(.usedByNobody(tool), field: "status", of: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func usedByNobody(_ tool: Definition) -> Self {
    Self("\(tool.title) is adopted, but no team, process, metric or study uses it")
  }
}
