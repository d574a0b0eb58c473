public import Diffing
internal import JSONSyntax

/// Tells of running experiments whose metric comes from another tool.
public struct ExperimentMetricSourceSwitched: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/metric-source-switched", .risky,
    summary:
      "A metric that a running experiment measures by comes from another tool; the experiment itself was not edited.",
    why: "Two tools rarely count alike, and the step falls into the middle of the test.",
    remedy: "Take all numbers of this test from one tool, the old one if it can be had.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From the warehouse", before: ExampleMetric.text("active", #"{"source": "web-analytics"}"#),
      change: #"{"source": "warehouse"}"#, alongside: [ExampleMetric.experiment()], as: .risky),
    .left(
      "The experiment is over", before: ExampleMetric.text("active", #"{"source": "web-analytics"}"#),
      change: #"{"source": "warehouse"}"#, alongside: [ExampleMetric.experiment("concluded")]),
  ]

  /// Goes from such metrics to the experiments that measure by them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.edited(set, MetricSourceSwitched.metadata).flatMap { impact in
      impact.referrers(set, "experiment", by: "primaryMetrics", "secondaryMetrics", "guardrails").compactMap {
        referrer in
        guard ExperimentStage(referrer.version.root)?.isUnderWay ?? false else { return nil }
        return set.affected(
          referrer, by: impact.cause, metadata, .risky, words: "While it runs, it measures by \(impact.words)"
        )
      }
    }
  }
}
