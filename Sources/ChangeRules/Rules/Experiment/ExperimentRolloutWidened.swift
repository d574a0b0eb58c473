public import Diffing
internal import JSONSyntax

/// Tells that a rollout or beta goes on to more people.
public struct ExperimentRolloutWidened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/rollout-widened", .notable, watches: ["experiment/variants/*/weight"],
    summary: "A rollout or beta gives the new thing to a greater share than before.",
    why:
      "More people have it from now on, so support, monitoring and the way back have to be ready for them.",
    remedy: "Tell those who answer questions about it; keep the steps in `ramp` so that the pace can be seen."
  )

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From a tenth to half",
      before: ExampleExperiment.text(
        "running", #"{"type": "rollout", "variants": \#(ExampleExperiment.weights(90, 10))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(50, 50))}"#, as: .notable),
    .left(
      "An A/B test is no rollout", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(20, 80))}"#),
  ]

  /// Asks whether fewer people stay with the control.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, context.experimentAfter?.isUnderWay ?? false,
      ExperimentTraffic(context) == .rampedUp
    else { return nil }
    return Judgement(
      .notable, words: "Rolled out further, \(context.trafficWords)",
      covers: context.trafficPositions + context.positions(of: "phases", .itemAdded))
  }
}
