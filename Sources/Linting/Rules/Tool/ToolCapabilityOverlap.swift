public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags two adopted tools that do the same for one team.
public struct ToolCapabilityOverlap: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/capability-overlap", .warning,
    summary: "A team has two adopted tools with the same capability.",
    why: "It pays twice, and half of what it knows is in the other tool.",
    remedy: "Agree on one of them for this, or say more exactly what each is used for.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two survey tools in one team",
      #"""
      {"kind": "tool", "id": "ask-me", "title": "Ask me", "category": "Surveys", "status": "adopted",
       "capabilities": ["surveys"], "teams": ["growth"]}
      """#,
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "capabilities": [⟦"surveys"⟧], "teams": ["growth"]}
      """#),
    .good(
      "Two teams with one each",
      #"""
      {"kind": "tool", "id": "ask-me", "title": "Ask me", "category": "Surveys", "status": "adopted",
       "capabilities": ["surveys"], "teams": ["growth"]}
      """#,
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "capabilities": ["surveys"], "teams": ["search"]}
      """#),
    .good(
      "One of them is on its way out",
      #"""
      {"kind": "tool", "id": "ask-me", "title": "Ask me", "category": "Surveys", "status": "deprecated",
       "capabilities": ["surveys"], "teams": ["growth"]}
      """#,
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "capabilities": ["surveys"], "teams": ["growth"]}
      """#),
  ]

  /// Groups adopted tools by team and capability.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var owned: [[String]: Definition] = [:]
    for (_, tool) in context.all("tool") where tool.has("status", "adopted") {
      let teams = tool.items("teams").compactMap(\.string)
      for capability in tool.items("capabilities") {
        guard let name = capability.string else { continue }
        var shared: [String] = []
        var other: Definition?
        for team in teams {
          if let first = owned[[team, name]] {
            if first.id == tool.id { continue }
            shared.append(team)
            other = other ?? first
          } else {
            owned[[team, name]] = tool
          }
        }
        if let other { report.report(.overlap(tool, other, name, shared), at: capability, in: tool) }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func overlap(
    _ tool: Definition, _ other: Definition, _ capability: String, _ teams: [String]
  ) -> Self {
    Self(
      "\(Wording.list(teams)) \(teams.count == 1 ? "has" : "have") \(other.title) for '\(capability)' as "
        + "well as \(tool.title)"
    )
  }
}
