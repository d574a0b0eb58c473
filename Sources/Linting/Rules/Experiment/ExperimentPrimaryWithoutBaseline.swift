public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tests whose sample size nobody can work out.
public struct ExperimentPrimaryWithoutBaseline: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/primary-without-baseline", .warning,
    summary: "The primary metric of an A/B test that is about to start has no baseline.",
    why:
      "Without it nobody knows how long the test has to run, so it runs until somebody likes the "
      + "result.",
    remedy: "Measure the metric and write its `baseline`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nobody knows where it stands",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "primaryMetrics": [⟦"conversion"⟧]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
    .good(
      "Measured before",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "primaryMetrics": ["conversion"]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": "2025-12-10"}}
      """#),
  ]

  /// Looks at the primary metrics of A/B tests that are ready.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment")
    where experiment.has("type", "ab-test") && experiment.has("status", "ready") {
      for value in experiment.items("primaryMetrics") {
        guard let metric = context.target(value, "metric"), metric["baseline"] == nil else { continue }
        report.report(.noBaseline(metric), at: value, in: experiment)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noBaseline(_ metric: Definition) -> Self {
    Self("primary metric '\(metric.id)' has no baseline, so the sample size is unknown")
  }
}
