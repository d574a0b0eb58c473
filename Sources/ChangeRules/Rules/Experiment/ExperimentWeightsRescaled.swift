public import Diffing
internal import JSONSyntax

/// Tells that weights are written in other numbers that mean the same shares.
public struct ExperimentWeightsRescaled: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/weights-rescaled", .routine, watches: ["experiment/variants/*/weight"],
    summary: "The weights are other numbers, and every variant keeps its share.",
    why:
      "Weights are relative: 1 and 1 are halves, and so are 50 and 50. Nobody gets anything else than before.",
    remedy: "Nothing.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "1 and 1 for 50 and 50", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#, as: .routine),
    .left(
      "Other shares", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(20, 80))}"#),
  ]

  /// Compares the shares.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, !stage.isPlanned, ExperimentTraffic(context) == .same else {
      return nil
    }
    return Judgement(
      .routine, ChangeReason("same-shares", "every variant keeps its share"), covers: context.trafficPositions
    )
  }
}
