internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags teams that are briefed when the launch is over.
public struct LaunchBriefingAfterLaunch: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/briefing-after-launch", .warning,
    summary: "A team's briefing comes after the launch.",
    why: "For the days in between, the team answers questions about something it does not know.",
    remedy: "Brief the team before the launch.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Support hears it a week later",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-03-02", "audiences": [{"team": "support",
       "briefing": ⟦"2026-03-09"⟧}]}
      """#),
    .good(
      "A week before",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-03-02", "audiences": [{"team": "support",
       "briefing": "2026-02-23"}]}
      """#),
  ]

  /// Holds the days of briefings against the date of the launch.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let date = context.when(launch["date"])?.last else { continue }
      for item in launch.items("audiences") {
        guard let value = item["briefing"], let day = context.day(value), day > date else { continue }
        report.report(.briefedLate(item, date.days(until: day)), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func briefedLate(_ item: JSONValue, _ days: Int) -> Self {
    Self("\(item.string("team") ?? "a team") is briefed \(DayDistance.words(days)) after the launch")
  }
}
