public import Diffing
internal import JSONSyntax

/// Tells that a guardrail of a running experiment allows more harm.
public struct ExperimentGuardrailWidened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/guardrail-widened", .breaking, watches: ["experiment/guardrails/*/margin"],
    summary: "A guardrail of a running experiment allows more harm than was agreed.",
    why:
      "The margin says how much worse is still acceptable. Widened in sight of the numbers it accepts what happened.",
    remedy: "Keep the margin, and say in the decision why more harm is right, if it is.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "5 % in place of 2 %",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.05}]}"#, as: .breaking),
    .found(
      "A margin where there was none",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds"}]}"#),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#, as: .breaking),
    .left(
      "1 % in place of 2 %",
      before: ExampleExperiment.text("running", #"{"guardrails": [{"metric": "refunds", "margin": 0.02}]}"#),
      change: #"{"guardrails": [{"metric": "refunds", "margin": 0.01}]}"#),
  ]

  /// Without a margin none is allowed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let (old, new) = (change.before?.decimal?.double ?? 0, change.after?.decimal?.double ?? 0)
    guard new > old else { return nil }
    return Judgement(
      .breaking,
      ChangeReason("more-harm", "\(Phrase.percent(old)) worse was acceptable, now \(Phrase.percent(new)) is"))
  }
}
