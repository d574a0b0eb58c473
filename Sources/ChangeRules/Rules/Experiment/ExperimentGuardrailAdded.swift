public import Diffing
internal import JSONSyntax

/// Tells that a running experiment minds one more metric.
public struct ExperimentGuardrailAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/guardrail-added", .notable, watches: ["experiment/guardrails/*"],
    summary: "A running experiment gets a guardrail that it did not have.",
    why:
      "More care is welcome; it may lack the days before, and a margin that is set in sight of the numbers protects little.",
    remedy: "Say in the notes from when it is measured.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Refunds count from now on", before: ExampleExperiment.text(),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#, as: .notable),
    .left(
      "A draft", before: ExampleExperiment.text("draft"),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
  ]

  /// Nothing more to ask.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemAdded, change.fields.count == 2,
      context.followedMetric(at: change) == nil
    else { return nil }
    return Judgement(.notable, ChangeReason("added-midway", "it was not watched from the start"))
  }
}
