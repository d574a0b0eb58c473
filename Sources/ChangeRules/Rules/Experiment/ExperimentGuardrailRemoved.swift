public import Diffing
internal import JSONSyntax

/// Tells that a running experiment no longer minds a metric that must not get worse.
public struct ExperimentGuardrailRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/guardrail-removed", .breaking, watches: ["experiment/guardrails/*"],
    summary: "A running experiment loses a guardrail.",
    why:
      "What the guardrail was to protect may now get worse unnoticed, and a win may be paid for elsewhere.",
    remedy: "Put it back. If it breaks, stop the experiment or say in the decision why the price is right.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Refunds no longer count",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": []}"#, as: .breaking),
    .left(
      "A draft",
      before: ExampleExperiment.text("draft", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": []}"#),
    .left(
      "It decides now, as a primary metric",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": [], "primaryMetrics": ["refunds"]}"#),
  ]

  /// Tells whether results were known.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemRemoved, change.fields.count == 2,
      let metric = change.fields.last?.token, context.followedMetric(at: change) == nil
    else { return nil }
    var judgement = Judgement(
      .breaking, ChangeReason("unprotected", "“\(metric)” may now get worse unnoticed"))
    if context.before?.root["results"]?.items.contains(where: { $0["metric"]?.string == metric }) ?? false {
      judgement.reasons.append(ChangeReason("results-known", "its results are known"))
    }
    return judgement
  }
}
