public import Diffing
internal import JSONSyntax

/// Tells that a proposed metric is still being worked on.
public struct MetricProposalEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/proposal-edited", .routine,
    watches: [
      "metric/definition", "metric/direction", "metric/type", "metric/unit", "metric/formula",
      "metric/inputs", "metric/source", "metric/tier", "metric/baseline", "metric/dailyUnits",
      "metric/guardrail", "metric/targets", "metric/review", "metric/owner",
    ],
    summary: "A metric that is only proposed is changed.",
    why: "Nobody may rely on it yet, so everything about it may change.",
    remedy: "Nothing.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another formula", before: ExampleMetric.text("proposed"),
      change: #"{"formula": "paid orders / visits"}"#, as: .routine),
    .found(
      "In the step that makes it active", before: ExampleMetric.text("proposed"),
      change: #"{"status": "active", "formula": "paid orders / visits"}"#, as: .routine),
    .left("An active metric", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#),
  ]

  /// Asks for the state before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore == .proposed else { return nil }
    return Judgement(.routine, .notCommitted)
  }
}
