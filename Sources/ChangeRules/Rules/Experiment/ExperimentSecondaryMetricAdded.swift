public import Diffing
internal import JSONSyntax

/// Tells that a running experiment watches one more metric.
public struct ExperimentSecondaryMetricAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/secondary-metric-added", .notable, watches: ["experiment/secondaryMetrics"],
    summary: "A running experiment gets one more secondary metric.",
    why:
      "It helps to understand the result and decides nothing; those who took part from the start may lack its first days.",
    remedy: "Say in the notes from when it is measured.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Order value as well", before: ExampleExperiment.text(),
      change: #"{"secondaryMetrics": ["order-value"]}"#, as: .notable),
    .left(
      "A draft", before: ExampleExperiment.text("draft"), change: #"{"secondaryMetrics": ["order-value"]}"#),
  ]

  /// Nothing more to ask.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemAdded else { return nil }
    return Judgement(.notable, ChangeReason("added-midway", "it was not watched from the start"))
  }
}
