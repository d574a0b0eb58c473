public import Diffing
internal import JSONSyntax

/// Tells of experiments whose metric is on its way out.
public struct ExperimentMetricEnded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/metric-ended", .risky,
    summary:
      "A metric that an experiment measures by is deprecated, retired or withdrawn; the experiment itself was not edited.",
    why:
      "The numbers may stop before the test ends, and a decision by a number that nobody keeps is hard to defend.",
    remedy: "Keep the metric until the decision, or end the experiment first.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Deprecated while it runs", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#,
      alongside: [ExampleMetric.experiment()], as: .risky),
    .found(
      "Retired while it runs", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.experiment()], as: .breaking),
    .found(
      "Retired before it begins", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.experiment("ready")], as: .notable),
    .left(
      "The experiment is over", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.experiment("concluded")]),
  ]

  /// Goes from metrics that end to the experiments that measure by them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.ended(set).flatMap { impact in
      impact.referrers(set, "experiment", by: "primaryMetrics", "secondaryMetrics", "guardrails").compactMap {
        referrer in
        guard let stage = ExperimentStage(referrer.version.root), stage != .over else { return nil }
        let isGone = impact.cause.rule == MetricRetired.metadata.name
        return set.affected(
          referrer, by: impact.cause, metadata, stage.isPlanned ? .notable : isGone ? .breaking : .risky,
          words: "It measures by \(impact.words)")
      }
    }
  }
}
