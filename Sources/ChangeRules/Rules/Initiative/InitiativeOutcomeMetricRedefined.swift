public import Diffing
internal import JSONSyntax

/// Tells of work whose outcome is measured by something else.
public struct InitiativeOutcomeMetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/outcome-metric-redefined", .risky,
    summary:
      "The metric behind an objective that committed work serves changed its meaning or direction; the work itself was not edited.",
    why: "The work was committed because it was to move the old number; it may do nothing for the new one.",
    remedy: "Ask whether the work still serves the objective.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Committed", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.plan(), ExampleMetric.initiative()], as: .risky),
    .left(
      "A candidate", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.plan(), ExampleMetric.initiative("candidate")]),
  ]

  /// Goes from redefined metrics by plans to the initiatives.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.outcomes(of: MetricImpact.redefined(set), set, metadata, .risky)
  }
}
