public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags large launches without a way back.
public struct LaunchNoRollback: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/no-rollback", .warning,
    summary: "A launch of tier 1 has no way back, or has its go and the way back was never tested.",
    why: "When it goes wrong there is no time to think of one.",
    remedy: "Write in `rollback` how it is taken back and by whom, and test it before the go.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "No way back",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "status": "planned", "tier": ⟦1⟧}
      """#),
    .bad(
      "Go, and never tested",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 1, "status": "go", "rollback": ⟦{"plan": "Switch it off.",
       "owner": "@ben"}⟧}
      """#),
    .good(
      "A way back, to be tested",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "status": "planned", "tier": 1, "rollback": {"plan": "Switch it off.",
       "owner": "@ben"}}
      """#),
  ]

  /// Looks at the way back of launches of tier 1 that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch")
    where launch.has("status", oneOf: "planned", "go") && launch["tier"]?.integer == 1 {
      guard let rollback = launch["rollback"] else {
        report.report(.noWayBack(launch), field: "tier", of: launch)
        continue
      }
      if launch.has("status", "go"), rollback["tested"] == nil {
        report.report(.notTested(launch), at: rollback, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noWayBack(_ launch: Definition) -> Self {
    Self("'\(launch.id)' is of tier 1 and has no way back")
  }
  fileprivate static func notTested(_ launch: Definition) -> Self {
    Self(
      "'\(launch.id)' has its go, and its way back was never tested",
      help: "Test it and write the day in `tested`.")
  }
}
