public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a lead who is not in the team.
public struct LeadNotMember: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/lead-not-member", .warning,
    summary: "A lead who is not, or no more, among the team's members.",
    why: "The person who answers for the team's work is counted in none of its plans, and may have left.",
    remedy: "Add the lead to the members, or name the member who leads the team today.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The lead has left the team",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "lead": ⟦"@ben"⟧, "members": [
        {"id": "ana", "role": "product manager"},
        {"id": "ben", "role": "engineer", "to": "2025-11-30"}
      ]}
      """#),
    .good(
      "The lead is a member",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "lead": "@ana", "members": [
        {"id": "ana", "role": "product manager"}
      ]}
      """#),
  ]

  /// Looks up the leads of teams that exist and list their members.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, team) in context.snapshot.definitions(of: "team") where !Relations.isDisbanded(team) {
      guard let value = team["lead"], let lead = value.string, (team["members"]?.count ?? 0) > 0 else {
        continue
      }
      let handle = Handle.folded(lead)
      let places = team.items("members").filter { $0.string("id").map(Handle.folded) == handle }
      guard places.allSatisfy({ Relations.hasLeft($0, by: context.asOf) }) else { continue }
      let left = places.last?["to"]
      report.report(
        .notMember(lead, left), at: value, in: team,
        notes: left.map { [RuleNote("the last day in the team", at: $0, in: team)] } ?? [])
    }
  }
}

extension RuleMessage {
  fileprivate static func notMember(_ lead: String, _ left: JSONValue?) -> Self {
    if let day = left?.string { return Self("\(lead) leads the team, but left it on \(day)") }
    return Self("\(lead) leads the team, but is not among its members")
  }
}
