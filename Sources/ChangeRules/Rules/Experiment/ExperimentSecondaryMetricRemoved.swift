public import Diffing
internal import JSONSyntax

/// Tells that a running experiment no longer watches a metric.
public struct ExperimentSecondaryMetricRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/secondary-metric-removed", .routine, watches: ["experiment/secondaryMetrics"],
    summary: "A running experiment loses a secondary metric.",
    why: "That is harmless, unless its numbers were known and went with it.",
    remedy: "Keep metrics whose results were recorded, also where they are no good news.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nothing was measured yet",
      before: ExampleExperiment.text("running", #"{"secondaryMetrics": ["order-value"]}"#),
      change: #"{"secondaryMetrics": []}"#, as: .routine),
    .found(
      "Its results were known",
      before: ExampleExperiment.text(
        "running",
        #"{"secondaryMetrics": ["order-value"], "results": \#(ExampleExperiment.results(9000, "order-value"))}"#
      ), change: #"{"secondaryMetrics": []}"#, as: .risky),
    .left(
      "A draft", before: ExampleExperiment.text("draft", #"{"secondaryMetrics": ["order-value"]}"#),
      change: #"{"secondaryMetrics": []}"#),
  ]

  /// Asks for results of the metric.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemRemoved, let metric = change.before?.string
    else {
      return nil
    }
    let isKnown = context.before?.root["results"]?.items.contains { $0["metric"]?.string == metric } ?? false
    return isKnown
      ? Judgement(.risky, ChangeReason("results-known", "its results are known"))
      : Judgement(.routine, ChangeReason("nothing-measured", "nothing of it was recorded"))
  }
}
