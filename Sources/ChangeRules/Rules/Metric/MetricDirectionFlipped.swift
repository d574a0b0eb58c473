public import Diffing
internal import JSONSyntax

/// Tells that another direction of a metric is the better one.
public struct MetricDirectionFlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/direction-flipped", .breaking, watches: ["metric/direction"],
    summary: "Another direction of a metric in use counts as better.",
    why:
      "What was a win is a loss: targets, success criteria and results are read the other way round from now on.",
    remedy:
      "Give the new meaning a new metric. If the old direction was a mistake, look at every decision that it led to."
  )

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Down in place of up", before: ExampleMetric.text(), change: #"{"direction": "down"}"#,
      alongside: [ExampleMetric.experiment()], as: .breaking),
    .found("To be held", before: ExampleMetric.text(), change: #"{"direction": "hold"}"#, as: .breaking),
    .left("A proposed metric", before: ExampleMetric.text("proposed"), change: #"{"direction": "down"}"#),
    .left(
      "With another formula, which says more", before: ExampleMetric.text(),
      change: #"{"direction": "down", "formula": "1 - orders / visits"}"#),
  ]

  /// Asks who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, !MetricMeaning.isRedefined(context) else { return nil }
    return Judgement(.breaking, context.byUsers(used: .breaking, unused: .breaking, alone: .breaking).1)
  }
}
