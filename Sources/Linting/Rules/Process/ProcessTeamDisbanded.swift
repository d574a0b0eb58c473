public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags processes that are to be followed by teams that no longer exist.
public struct ProcessTeamDisbanded: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/team-disbanded", .warning,
    summary: "A process that is followed names a disbanded team, in its teams or in its adoption.",
    why: "The share of teams that follow it is wrong, and the work of that team may now follow nothing.",
    remedy: "Name the team that took over the work, or take the entry away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The team was disbanded",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [], "teams": [⟦"growth"⟧],
       "adoption": [{"team": ⟦"growth"⟧, "state": "adopted"}]}
      """#,
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": [], "status": "disbanded"}"#),
    .good(
      "The team is there",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [], "teams": ["growth"],
       "adoption": [{"team": "growth", "state": "adopted"}]}
      """#,
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#),
  ]

  /// Looks at the teams of processes that are tried or adopted.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, process) in context.all("process") where process.has("status", oneOf: "trial", "adopted") {
      let values = Array(process.items("teams")) + process.items("adoption").compactMap { $0["team"] }
      for value in values {
        guard let team = context.target(value, "team"), team.has("status", "disbanded") else { continue }
        report.report(.disbanded(process, team), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func disbanded(_ process: Definition, _ team: Definition) -> Self {
    Self("\(process.title) names team \(team.title), which is disbanded")
  }
}
