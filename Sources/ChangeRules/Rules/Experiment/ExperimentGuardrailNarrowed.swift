public import Diffing
internal import JSONSyntax

/// Tells that a guardrail of a running experiment allows less harm.
public struct ExperimentGuardrailNarrowed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/guardrail-narrowed", .notable, watches: ["experiment/guardrails/*/margin"],
    summary: "A guardrail of a running experiment allows less harm than was agreed.",
    why:
      "It is the careful direction; yet the test may be too small to tell such a small difference from noise.",
    remedy: "Check that the number of participants is enough for the narrower margin.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "1 % in place of 2 %",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.01}]}"#, as: .notable),
    .left(
      "5 % in place of 2 %",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.05}]}"#),
  ]

  /// Without a margin none is allowed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let (old, new) = (change.before?.decimal?.double ?? 0, change.after?.decimal?.double ?? 0)
    guard new <= old else { return nil }
    return Judgement(
      .notable,
      ChangeReason("less-harm", "\(Phrase.percent(old)) worse was acceptable, now \(Phrase.percent(new)) is"))
  }
}
