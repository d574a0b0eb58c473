public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that nothing decides.
public struct ExperimentNoPrimaryMetric: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/no-primary-metric", .warning,
    summary: "An experiment past its draft has no primary metric.",
    why: "Without a number fixed in advance, whatever rises afterwards becomes the reason.",
    remedy: "Name the one metric in `primaryMetrics` that decides.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nothing decides",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": ⟦"running"⟧}
      """#),
    .good(
      "A metric decides",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"]}
      """#),
    .good(
      "Not designed yet",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "draft"}
      """#),
  ]

  /// Looks at the primary metrics of experiments that are ready or running.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("status", oneOf: "ready", "running")
    {
      if experiment.items("primaryMetrics").contains(where: { $0.string != nil }) { continue }
      if let list = experiment["primaryMetrics"] {
        report.report(.noPrimary(experiment), at: list, in: experiment)
      } else {
        report.report(.noPrimary(experiment), field: "status", of: experiment)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func noPrimary(_ experiment: Definition) -> Self {
    Self("'\(experiment.id)' is \(experiment.status), and no metric decides it")
  }
}
