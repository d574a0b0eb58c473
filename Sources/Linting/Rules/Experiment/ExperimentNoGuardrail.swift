public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that nothing can stop.
public struct ExperimentNoGuardrail: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/no-guardrail", .warning,
    summary: "An A/B test, a rollout or a holdout that is ready or running has no guardrail.",
    why: "It can win on its own metric and cost more elsewhere, and nobody is looking there.",
    remedy: "Name at least one metric in `guardrails` that must not get worse.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nothing must not get worse",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": ⟦"running"⟧, "primaryMetrics": ["conversion"]}
      """#,
      #"""
      {"kind": "metric", "id": "refund-rate", "title": "Refund rate", "definition": "Orders by visits.",
       "direction": "down", "guardrail": true}
      """#),
    .good(
      "Refunds must not rise",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "guardrails": [{"metric": "refund-rate"}]}
      """#,
      #"""
      {"kind": "metric", "id": "refund-rate", "title": "Refund rate", "definition": "Orders by visits.",
       "direction": "down", "guardrail": true}
      """#),
  ]

  /// Looks at the guardrails of experiments that are ready or running, and at the metrics kept as guardrails.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var offered: [String]?
    for (_, experiment) in context.all("experiment")
    where experiment.has("status", oneOf: "ready", "running")
      && experiment.has("type", oneOf: "ab-test", "rollout", "holdout")
    {
      if experiment.items("guardrails").contains(where: { $0["metric"] != nil }) { continue }
      let names = offered ?? guardrails(context)
      offered = names
      report.report(.noGuardrail(experiment, names), field: "status", of: experiment)
    }
  }

  /// The first few metrics that the repository keeps as guardrails.
  private static func guardrails(_ context: LintContext) -> [String] {
    Array(
      context.all("metric").filter { $0.definition["guardrail"]?.bool == true && !$0.definition.isFading }
        .map(\.definition.id).prefix(3))
  }
}

extension RuleMessage {
  fileprivate static func noGuardrail(_ experiment: Definition, _ names: [String]) -> Self {
    Self(
      "'\(experiment.id)' is \(experiment.status) without a guardrail",
      help: names.isEmpty ? "" : "Metrics kept as guardrails here: \(Wording.list(names)).", candidates: names
    )
  }
}
