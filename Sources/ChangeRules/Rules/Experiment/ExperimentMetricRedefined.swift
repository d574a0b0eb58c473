public import Diffing
internal import JSONSyntax

/// Tells of running experiments whose metric came to mean something else.
public struct ExperimentMetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/metric-redefined", .breaking,
    summary:
      "A metric that a running experiment measures by changed its meaning or direction; the experiment itself was not edited.",
    why:
      "Results before and after the change cannot be added up, and the power was computed for the old meaning.",
    remedy: "Analyse by the metric as it stood when the experiment started, or start again.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The primary metric counts paid orders only", before: ExampleMetric.text(),
      change: #"{"formula": "paid orders / visits"}"#, alongside: [ExampleMetric.experiment()], as: .breaking),
    .found(
      "Fewer are better now", before: ExampleMetric.text(), change: #"{"direction": "down"}"#,
      alongside: [ExampleMetric.experiment()], as: .breaking),
    .found(
      "What the metric is made of",
      before:
        #"{"kind": "metric", "id": "visits", "title": "Visits", "definition": "Visits a day.", "formula": "count(visits)", "direction": "up", "status": "active"}"#,
      change: #"{"formula": "count(human visits)"}"#,
      alongside: [ExampleMetric.text("active", #"{"inputs": ["visits"]}"#), ExampleMetric.experiment()],
      as: .breaking),
    .found(
      "A metric that does not decide", before: ExampleMetric.text(),
      change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleExperiment.text("running", #"{"secondaryMetrics": ["conversion"]}"#)], as: .risky),
    .left(
      "The experiment is over", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.experiment("concluded")]),
  ]

  /// Goes from redefined metrics to the experiments that measure by them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.redefined(set).flatMap { impact in
      impact.referrers(set, "experiment", by: "primaryMetrics", "secondaryMetrics", "guardrails").compactMap {
        referrer in
        guard ExperimentStage(referrer.version.root)?.isUnderWay ?? false else { return nil }
        return set.affected(
          referrer, by: impact.cause, metadata, referrer.field == "secondaryMetrics" ? .risky : .breaking,
          words: "While it runs, it measures by \(impact.words)")
      }
    }
  }
}
