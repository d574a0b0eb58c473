public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that ended without a decision.
public struct ExperimentWithoutDecision: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/concluded-without-decision", .error,
    summary: "An experiment is concluded and has no decision.",
    why: "The work was paid for, and what it taught is in somebody's head.",
    remedy: "Add `decision`: the outcome, who decided, when and why; `inconclusive` is a decision too.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Concluded, and then?",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": ⟦"concluded"⟧}
      """#),
    .good(
      "Decided",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "concluded", "decision": {"outcome": "abandon",
       "on": "2026-01-05", "by": "@ana", "because": "No effect."}}
      """#),
  ]

  /// Looks at the decision of concluded experiments.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("status", "concluded") {
      if experiment["decision"] == nil {
        report.report(.noDecision(experiment), field: "status", of: experiment)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noDecision(_ experiment: Definition) -> Self {
    Self("'\(experiment.id)' is concluded, and nothing says what was decided")
  }
}
