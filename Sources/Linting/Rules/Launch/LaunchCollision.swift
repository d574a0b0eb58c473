internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags large launches that follow each other too closely.
public struct LaunchCollision: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/collision", .warning,
    summary: "Two launches of tier 1 are only a few days apart. Option `days` (14).",
    why: "Both want the same attention of customers, support and press, and neither gets it.",
    remedy: "Move one of them, or make one the other's part.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A week apart",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "status": "planned", "tier": 1, "date": "2026-03-02"}
      """#,
      #"""
      {"kind": "launch", "id": "search-launch", "title": "Search launch", "status": "planned", "tier": 1,
       "date": ⟦"2026-03-09"⟧, "initiative": "search"}
      """#),
    .good(
      "A month apart",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "status": "planned", "tier": 1, "date": "2026-03-02"}
      """#,
      #"""
      {"kind": "launch", "id": "search-launch", "title": "Search launch", "status": "planned", "tier": 1,
       "date": "2026-04-02", "initiative": "search"}
      """#),
  ]

  /// Compares neighbouring launches of tier 1 that are not over and have a day.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 14)
    var dated: [(day: Day, position: Int, launch: Definition, value: JSONValue)] = []
    for (position, launch) in context.all("launch")
    where launch.has("status", oneOf: "planned", "go") && launch["tier"]?.integer == 1 {
      if let value = launch["date"], let day = context.day(value) {
        dated.append((day, position, launch, value))
      }
    }
    dated.sort { ($0.day, $0.position) < ($1.day, $1.position) }
    for (before, after) in zip(dated, dated.dropFirst()) where before.day.days(until: after.day) < limit {
      let note = RuleNote("this one is on \(before.day)", at: before.value, in: before.launch)
      report.report(
        .collision(before.launch, before.day.days(until: after.day)), at: after.value, in: after.launch,
        notes: [note])
    }
  }
}

extension RuleMessage {
  fileprivate static func collision(_ other: Definition, _ days: Int) -> Self {
    let words = days == 0 ? "on the same day as" : "\(DayDistance.words(days)) after"
    return Self("this launch of tier 1 is \(words) '\(other.id)', which is one too")
  }
}
