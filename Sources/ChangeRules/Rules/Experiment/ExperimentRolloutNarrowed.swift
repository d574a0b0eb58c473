public import Diffing
internal import JSONSyntax

/// Tells that a rollout or beta is taken back from some.
public struct ExperimentRolloutNarrowed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/rollout-narrowed", .breaking, watches: ["experiment/variants/*/weight"],
    summary: "A rollout or beta gives the new thing to a smaller share than before.",
    why: "People who had it lose it, and whatever made that necessary is worth knowing.",
    remedy: "Say in `phases` why, and tell support and the teams that were briefed.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From half to a tenth", before: ExampleExperiment.text("running", #"{"type": "rollout"}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(90, 10))}"#, as: .breaking),
    .found(
      "With the reason", before: ExampleExperiment.text("running", #"{"type": "rollout"}"#),
      change:
        #"{"variants": \#(ExampleExperiment.weights(90, 10)), "phases": [{"from": "2026-01-12", "weights": {"old": 20, "new": 80}, "share": 1, "reason": "Support can take more."}]}"#,
      as: .risky),
    .left(
      "On to more", before: ExampleExperiment.text("running", #"{"type": "rollout"}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(20, 80))}"#),
  ]

  /// Asks whether more people get the control.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, context.experimentAfter?.isUnderWay ?? false,
      ExperimentTraffic(context) == .rampedDown
    else { return nil }
    let phase = context.recordedPhase
    let reason =
      phase.map { ChangeReason("recorded-phase", "recorded as a phase: \($0.reason)") }
      ?? ChangeReason("no-phase", "no entry of `phases` says why")
    return Judgement(
      phase == nil ? .breaking : .risky, reason, words: "Rolled back in part, \(context.trafficWords)",
      covers: context.trafficPositions + context.positions(of: "phases", .itemAdded))
  }
}
