public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags teams that asked to be informed of an initiative and are forgotten at its launch.
public struct LaunchStakeholderNotBriefed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/stakeholder-not-briefed", .warning,
    summary: "A team that is to be informed of an initiative is no audience of its launch.",
    why: "It was promised to be told, and reads it in the release note.",
    remedy: "Add the team to `audiences`, with the day of its briefing.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Sales was promised to be told",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "audiences": ⟦[{"team": "support",
       "briefing": "2026-02-23"}]⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "stakeholders": [{"team": "sales", "role": "informed"}, {"team": "support",
       "role": "informed"}]}
      """#,
      #"{"kind": "team", "id": "sales", "title": "Sales", "members": []}"#,
      #"{"kind": "team", "id": "support", "title": "Support", "members": []}"#),
    .good(
      "Both are told",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "audiences": [{"team": "support",
       "briefing": "2026-02-23"}, {"team": "sales", "briefing": "2026-02-23"}]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "stakeholders": [{"team": "sales", "role": "informed"}, {"team": "support",
       "role": "informed"}]}
      """#,
      #"{"kind": "team", "id": "sales", "title": "Sales", "members": []}"#,
      #"{"kind": "team", "id": "support", "title": "Support", "members": []}"#),
  ]

  /// Holds the stakeholders of initiatives against the audiences of their launches of tier 1 and 2.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard launch["tier"]?.integer ?? 3 < 3,
        let initiative = context.target(launch["initiative"], "initiative")
      else { continue }
      let told = Set(launch.items("audiences").compactMap { $0.string("team") })
      // A team that does not exist is told of where it is named.
      let forgotten = initiative.items("stakeholders").filter {
        $0.has("role", oneOf: "informed") && context.target($0["team"], "team") != nil
      }.compactMap { $0.string("team") }.filter { !told.contains($0) }
      if forgotten.isEmpty { continue }
      let field: StaticString = launch["audiences"] == nil ? "initiative" : "audiences"
      report.report(.forgotten(initiative, forgotten), field: field, of: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func forgotten(_ initiative: Definition, _ teams: [String]) -> Self {
    Self(
      "\(Wording.list(teams)) \(teams.count == 1 ? "is" : "are") to be informed of '\(initiative.id)', "
        + "and not briefed for its launch"
    )
  }
}
