public import Diffing
internal import JSONSyntax

/// Tells that an experiment follows the new id of a metric.
public struct ExperimentMetricIdFollowed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/metric-id-followed", .routine,
    watches: ["experiment/primaryMetrics", "experiment/secondaryMetrics", "experiment/guardrails/*"],
    summary: "An experiment names a metric by the new id that the metric declares in `formerly`.",
    why: "It is the same metric under another name, so nothing about the experiment changes.",
    remedy: "Nothing.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Its metric was renamed",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["checkout-conversion"]}"#,
      others: [(ExampleMetric.text(), #"{"id": "checkout-conversion", "formerly": ["conversion"]}"#)],
      as: .routine),
    .left(
      "Another metric", before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["revenue"]}"#),
  ]

  /// Looks for the old id in `formerly`.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let pair = context.followedMetric(at: change) else { return nil }
    return Judgement(
      .routine, ChangeReason("same-metric", "it is the same metric"),
      words: "Follows the metric “\(pair.old)” to its new id “\(pair.new)”", covers: pair.positions)
  }
}
