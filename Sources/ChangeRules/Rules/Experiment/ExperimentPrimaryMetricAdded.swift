public import Diffing
internal import JSONSyntax

/// Tells that one more metric decides about a running experiment.
public struct ExperimentPrimaryMetricAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/primary-metric-added", .breaking, watches: ["experiment/primaryMetrics"],
    summary: "A running experiment gets a primary metric that it did not have.",
    why:
      "With each metric that may decide, the chance grows that one of them wins by accident; chosen in sight of the numbers, one always does.",
    remedy: "Make it a secondary metric, and let the next experiment decide by it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Revenue decides as well",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["conversion", "revenue"]}"#, as: .breaking),
    .found(
      "Raised from a secondary metric",
      before: ExampleExperiment.text(
        "running", #"{"primaryMetrics": ["conversion"], "secondaryMetrics": ["revenue"]}"#),
      change: #"{"primaryMetrics": ["conversion", "revenue"], "secondaryMetrics": []}"#, as: .breaking),
    .left(
      "One in place of another",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["revenue"]}"#),
    .left("A draft", before: ExampleExperiment.text("draft"), change: #"{"primaryMetrics": ["revenue"]}"#),
  ]

  /// Takes what it was before in.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemAdded, let metric = change.after?.string,
      context.positions(of: "primaryMetrics", .itemRemoved).isEmpty
    else { return nil }
    let (secondary, guardrail) = (
      context.positions(at: "secondaryMetrics", metric), context.positions(at: "guardrails", metric)
    )
    var reasons = [ChangeReason("chosen-midway", "it was not fixed before the start")]
    if !secondary.isEmpty { reasons.append(ChangeReason("was-secondary", "it was a secondary metric")) }
    if context.hasResults { reasons.append(ChangeReason("results-known", "results are known")) }
    var judgement = Judgement(
      .breaking, words: "“\(metric)” decides from now on, as a primary metric", covers: secondary + guardrail)
    judgement.reasons = reasons
    return judgement
  }
}
