public import Diffing
internal import JSONSyntax

/// Tells that a metric no longer decides about a running experiment.
public struct ExperimentPrimaryMetricRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/primary-metric-removed", .risky, watches: ["experiment/primaryMetrics"],
    summary: "A running experiment loses a primary metric.",
    why: "Dropping the metric that does not win is the quiet way to a win.",
    remedy: "Keep it, and say in the decision why it counted less.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Conversion alone decides",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion", "revenue"]}"#),
      change: #"{"primaryMetrics": ["conversion"]}"#, as: .risky),
    .found(
      "Nothing decides any more",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": []}"#, as: .breaking),
    .left(
      "A draft", before: ExampleExperiment.text("draft", #"{"primaryMetrics": ["conversion", "revenue"]}"#),
      change: #"{"primaryMetrics": ["conversion"]}"#),
  ]

  /// Asks whether any is left.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemRemoved, let metric = change.before?.string,
      context.positions(of: "primaryMetrics", .itemAdded).isEmpty
    else { return nil }
    let covered =
      context.positions(at: "secondaryMetrics", metric) + context.positions(at: "guardrails", metric)
    let words = "“\(metric)” no longer decides"
    if context.after?.root["primaryMetrics"]?.count ?? 0 == 0 {
      return Judgement(
        .breaking, ChangeReason("nothing-decides", "no primary metric is left"), words: words, covers: covered
      )
    }
    return Judgement(
      .risky, ChangeReason("dropped-midway", "the test was to be decided by it as well"), words: words,
      covers: covered)
  }
}
