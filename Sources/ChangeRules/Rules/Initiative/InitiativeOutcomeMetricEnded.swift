public import Diffing
internal import JSONSyntax

/// Tells of work whose outcome is measured by a metric on its way out.
public struct InitiativeOutcomeMetricEnded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/outcome-metric-ended", .risky,
    summary:
      "The metric behind an objective that committed work serves is deprecated, retired or withdrawn; the work itself was not edited.",
    why: "When the work is done nobody may be able to say what it brought.",
    remedy: "Move the objective to the successor of the metric.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Retired", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan(), ExampleMetric.initiative()], as: .risky),
    .left(
      "A candidate", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan(), ExampleMetric.initiative("candidate")]),
  ]

  /// Goes from metrics that end by plans to the initiatives.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.outcomes(of: MetricImpact.ended(set), set, metadata, .risky)
  }
}
