public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics that an experiment uses in two roles.
public struct ExperimentRoleOverlap: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/role-overlap", .error,
    summary: "A primary metric is also a secondary metric or a guardrail of the same experiment.",
    why:
      "The same number decides twice by different standards: it may fail to win and still not break its "
      + "guardrail.",
    remedy: "Keep it as primary metric and take it out of the other list.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Primary and secondary",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "secondaryMetrics": [⟦"conversion"⟧]}
      """#),
    .bad(
      "Primary and guardrail",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "guardrails": [{"metric": ⟦"conversion"⟧}]}
      """#),
    .good(
      "Each metric has one role",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "guardrails": [{"metric": "refund-rate"}]}
      """#),
  ]

  /// Compares the lists of metrics of each experiment.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      let primary = Set(experiment.items("primaryMetrics").compactMap(\.string))
      for value in experiment.items("secondaryMetrics") where value.string.map(primary.contains) ?? false {
        report.report(.twice(value, "secondary metric"), at: value, in: experiment)
      }
      for value in experiment.items("guardrails").compactMap({ $0["metric"] })
      where value.string.map(primary.contains) ?? false {
        report.report(.twice(value, "guardrail"), at: value, in: experiment)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func twice(_ value: JSONValue, _ role: String) -> Self {
    Self("'\(value.string ?? "")' is a primary metric, and a \(role) as well")
  }
}
