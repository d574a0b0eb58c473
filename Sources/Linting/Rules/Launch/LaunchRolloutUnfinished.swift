internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that come before their rollout has shown anything.
public struct LaunchRolloutUnfinished: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/rollout-unfinished", .warning,
    summary:
      "A launch is planned for a day before its rollout ends, or has its go before the rollout began.",
    why: "The rollout is there to find out whether to launch; afterwards it only counts the damage.",
    remedy: "Launch after the rollout's end, or end the rollout earlier.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Three weeks before its end",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": ⟦"2026-03-02"⟧, "rollout": "one-page"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "type": "rollout", "end": "2026-03-22"}
      """#),
    .bad(
      "Go, before it began",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": ⟦"go"⟧, "rollout": "one-page"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "type": "rollout", "status": "ready"}
      """#),
    .good(
      "After its end",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-03-02", "rollout": "one-page"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "type": "rollout", "end": "2026-02-22"}
      """#),
  ]

  /// Holds the dates of launches against the experiments that they roll out by.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let rollout = context.target(launch["rollout"], "experiment"),
        !rollout.has("status", oneOf: "concluded", "stopped")
      else { continue }
      if launch.has("status", "go"), rollout.has("status", oneOf: "draft", "ready"),
        let value = launch["status"]
      {
        report.report(.notBegun(rollout), at: value, in: launch)
      } else if let value = launch["date"], let date = context.when(value)?.last,
        let end = context.when(rollout["end"])?.first, date < end
      {
        report.report(.beforeEnd(rollout, date.days(until: end)), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func notBegun(_ rollout: Definition) -> Self {
    Self("this launch has its go, and its rollout '\(rollout.id)' is \(rollout.status)")
  }
  fileprivate static func beforeEnd(_ rollout: Definition, _ days: Int) -> Self {
    Self("this launch is \(DayDistance.words(days)) before the end of its rollout '\(rollout.id)'")
  }
}
