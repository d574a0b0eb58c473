internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags teams that should have been briefed by now.
public struct LaunchAudienceNotBriefed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/audience-not-briefed", .warning,
    summary: "The day of a team's briefing has passed, and it has not been sent.",
    why: "Support hears of the launch from a customer.",
    remedy: "Brief the team and set the status, or write the new day.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Support was to know last week",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "audiences": [{"team": "support",
       "briefing": "2026-01-09", "status": ⟦"planned"⟧}]}
      """#),
    .good(
      "Sent in time",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "audiences": [{"team": "support",
       "briefing": "2026-01-09", "status": "sent"}]}
      """#),
  ]

  /// Looks at the audiences of launches that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go", "done") {
      for item in launch.items("audiences") {
        guard let value = item["status"], value.isString("planned"),
          let day = context.passed(item["briefing"])
        else { continue }
        report.report(.notBriefed(item, day), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func notBriefed(_ item: JSONValue, _ day: Day) -> Self {
    Self("\(item.string("team") ?? "a team") was to be briefed on \(day)")
  }
}
