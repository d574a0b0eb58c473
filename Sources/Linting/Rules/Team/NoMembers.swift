public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a team that has promised work and nobody to do it.
public struct NoMembers: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/no-members", .warning,
    summary: "A team with committed work and without any member today.",
    why: "Work of a team without people cannot be scheduled: its dates are not based on anything.",
    remedy: "List the members, say the team's \"capacity\", or give the work to another team.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Everybody has left",
      #"""
      {"kind": "team", "id": "web", "title": "Web", "members": ⟦[{"id": "ben", "role": "engineer", "to": "2025-09-30"}]⟧}
      """#,
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "web"}"#),
    .good(
      "The number of people is enough",
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "capacity": 3}"#,
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "web"}"#),
  ]

  /// Looks at the teams of promised initiatives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, team) in context.snapshot.definitions(of: "team")
    where !Relations.isDisbanded(team) && team["capacity"] == nil {
      guard team.items("members").allSatisfy({ Relations.hasLeft($0, by: context.asOf) }) else { continue }
      let work = context.relations.referrers(of: position, kind: "initiative").filter { referrer in
        referrer.definition.isPromised
          && (referrer.definition["team"]?.index == referrer.value.index
            || referrer.definition.items("work").contains { $0["team"]?.index == referrer.value.index })
      }
      guard !work.isEmpty else { continue }
      report.report(
        .noMembers(team, Set(work.map(\.position)).count), field: "members", of: team,
        notes: work.prefix(RuleNote.limit).map { referrer in
          RuleNote("'\(referrer.definition.id)' is its work", at: referrer.value, in: referrer.definition)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func noMembers(_ team: Definition, _ initiatives: Int) -> Self {
    Self(
      "'\(team.id)' has work in \(initiatives) committed \(initiatives == 1 ? "initiative" : "initiatives") and no members today"
    )
  }
}
