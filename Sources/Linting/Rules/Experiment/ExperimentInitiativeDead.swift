public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments for work that will not happen.
public struct ExperimentInitiativeDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/initiative-cancelled", .warning,
    summary: "An experiment that is ready or running belongs to a cancelled initiative.",
    why: "People see half a product, and whatever comes out will be used for nothing.",
    remedy: "Stop the experiment, or name the initiative that still needs the answer.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The initiative is cancelled",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "initiative": ⟦"checkout"⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "cancelled"}
      """#),
    .good(
      "The experiment is stopped too",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped", "initiative": "checkout"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "cancelled"}
      """#),
  ]

  /// Looks at the initiatives of experiments that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("status", oneOf: "ready", "running")
    {
      guard let value = experiment["initiative"], let initiative = context.target(value, "initiative"),
        initiative.has("status", "cancelled")
      else { continue }
      report.report(.initiativeGone(experiment, initiative), at: value, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func initiativeGone(_ experiment: Definition, _ initiative: Definition) -> Self {
    Self("'\(experiment.id)' is \(experiment.status) for initiative '\(initiative.id)', which is cancelled")
  }
}
