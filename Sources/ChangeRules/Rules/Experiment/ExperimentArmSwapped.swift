public import Diffing
internal import JSONSyntax

/// Tells that everyone gets another variant than everyone got before.
public struct ExperimentArmSwapped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/arm-swapped", .breaking, watches: ["experiment/variants/*"],
    summary: "Everyone gets another variant than everyone got before.",
    why:
      "Nobody compares the two any more, and whoever had the first one loses it from one visit to the next.",
    remedy: "Record the decision that asks for it, or compare the two in a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From the old page to the new one, all at once",
      before: ExampleExperiment.text("running", #"{"variants": \#(ExampleExperiment.weights(1, 0))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#, as: .breaking),
    .found(
      "As a later decision asks",
      before: ExampleExperiment.text("running", #"{"variants": \#(ExampleExperiment.weights(1, 0))}"#),
      change:
        #"{"variants": \#(ExampleExperiment.weights(0, 1)), "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .risky),
    .left(
      "From both to one", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#),
  ]

  /// Asks whether a decision names the new one.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard case .swapped(let old, let new) = ExperimentTraffic(context),
      !(context.experimentBefore?.isPlanned ?? true)
    else { return nil }
    let isDecided = context.decision?["variant"]?.string == new
    let reason =
      isDecided
      ? ChangeReason("as-decided", "the decision names it")
      : ChangeReason("no-decision", "no decision names “\(new)”")
    return Judgement(
      isDecided ? .risky : .breaking, reason, words: "Everyone gets “\(new)” in place of “\(old)”",
      covers: context.trafficPositions + context.positions(of: "phases", .itemAdded))
  }
}
