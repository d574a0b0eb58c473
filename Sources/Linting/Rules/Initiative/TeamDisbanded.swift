public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags work of a team that does not exist any more.
public struct TeamDisbanded: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/team-disbanded", .error,
    summary: "An open initiative whose team, or a team with work in it, was disbanded.",
    why: "Nobody is there to do the work, and the schedule counts on people who have gone elsewhere.",
    remedy: "Give the work to a team that exists, or cancel it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Its team is gone",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": ⟦"web"⟧}"#,
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "status": "disbanded"}"#),
    .bad(
      "A team with work in it is gone",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "work": [{"team": "growth", "effort": 4}, {"team": ⟦"web"⟧, "effort": 2}]}
      """#,
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "status": "disbanded"}"#,
      RuleExample.growth),
    .good(
      "The work was done before",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "launched", "team": "web"}"#,
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "status": "disbanded"}"#),
  ]

  /// Looks at the teams of initiatives that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) {
      let teams = [initiative["team"]] + initiative.items("work").map { $0["team"] }
      for value in teams {
        guard let value, let team = context.relations.target(value, kind: "team")?.definition,
          Relations.isDisbanded(team)
        else { continue }
        report.report(
          .disbanded(team), at: value, in: initiative,
          notes: [RuleNote("here", at: team["status"] ?? team.root, in: team)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func disbanded(_ team: Definition) -> Self {
    Self("the team '\(team.id)' was disbanded")
  }
}
