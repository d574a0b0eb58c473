public import Diffing
internal import JSONSyntax

/// Tells that another tool delivers a metric.
public struct MetricSourceSwitched: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/source-switched", .risky, watches: ["metric/source"],
    summary: "A metric comes from another tool, or from none that is named.",
    why:
      "Two tools rarely count alike: the series breaks on that day, and an effect of the switch looks like one of the product.",
    remedy: "Measure with both for some weeks, and note the day with the size of the step.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From another tool", before: ExampleMetric.text("active", #"{"source": "web-analytics"}"#),
      change: #"{"source": "warehouse"}"#, as: .risky),
    .found(
      "From none that is named", before: ExampleMetric.text("active", #"{"source": "web-analytics"}"#),
      change: #"{"source": null}"#, as: .risky),
    .left("It was not named so far", before: ExampleMetric.text(), change: #"{"source": "web-analytics"}"#),
    .left(
      "A proposed metric", before: ExampleMetric.text("proposed", #"{"source": "web-analytics"}"#),
      change: #"{"source": "warehouse"}"#),
  ]

  /// Names the day and who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.before != nil else { return nil }
    let day = context.day.map { "the series breaks around \($0)" } ?? "the series breaks"
    return Judgement(
      .risky, ChangeReason("series-breaks", day),
      context.byUsers(used: .risky, unused: .risky, alone: .risky).1)
  }
}
