public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches of something that was decided to be abandoned.
public struct LaunchRolloutFailed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/rollout-failed", .error,
    summary: "A launch is planned or has its go, and its rollout was stopped or decided to be abandoned.",
    why: "The test said no, and the plan says yes.",
    remedy: "Cancel the launch, or name the rollout that said yes.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Abandoned, and still planned",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "rollout": ⟦"one-page"⟧}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "type": "rollout", "status": "concluded",
       "decision": {"outcome": "abandon", "on": "2026-01-09", "by": "@ana", "because": "Fewer orders."}}
      """#),
    .good(
      "To be shipped",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "rollout": "one-page"}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "type": "rollout", "status": "concluded",
       "decision": {"outcome": "ship", "on": "2026-01-09", "by": "@ana", "because": "More orders."}}
      """#),
  ]

  /// Looks at the decisions of the experiments that launches roll out by.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["rollout"], let rollout = context.target(value, "experiment") else { continue }
      let isAbandoned = rollout["decision"]?.has("outcome", oneOf: "abandon") ?? false
      guard isAbandoned || rollout.has("status", "stopped") else { continue }
      report.report(.rolloutFailed(rollout, isAbandoned), at: value, in: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func rolloutFailed(_ rollout: Definition, _ isAbandoned: Bool) -> Self {
    Self("its rollout '\(rollout.id)' was \(isAbandoned ? "decided to be abandoned" : "stopped")")
  }
}
