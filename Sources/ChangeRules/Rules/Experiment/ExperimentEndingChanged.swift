public import Diffing
internal import JSONSyntax

/// Tells that an experiment that is over is said to have ended otherwise.
public struct ExperimentEndingChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/ending-changed", .notable, watches: ["experiment/status"],
    summary: "An experiment that is over is said to have ended otherwise.",
    why:
      "Concluded means that the question was answered, stopped that it was not: reports count the one and not the other.",
    remedy: "Say in the decision what is right.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Stopped, not concluded", before: ExampleExperiment.text("concluded"),
      change: #"{"status": "stopped"}"#, as: .notable),
    .left("It ends now", before: ExampleExperiment.text(), change: #"{"status": "stopped"}"#),
  ]

  /// Compares the states.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore == .over, context.experimentAfter == .over else { return nil }
    return Judgement(.notable, ChangeReason("record-corrected", "a correction of what happened"))
  }
}
