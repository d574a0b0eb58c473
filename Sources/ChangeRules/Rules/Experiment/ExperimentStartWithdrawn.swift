public import Diffing
internal import JSONSyntax

/// Tells that an experiment that was ready is a draft again.
public struct ExperimentStartWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/start-withdrawn", .notable, watches: ["experiment/status"],
    summary: "An experiment that was ready to start is a draft again.",
    why: "Whoever waits for its answer waits longer; whoever agreed to its design is asked again.",
    remedy: "Tell those who wait for the answer.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Back to the drawing board", before: ExampleExperiment.text("ready"), change: #"{"status": "draft"}"#,
      as: .notable),
    .left("It ran", before: ExampleExperiment.text(), change: #"{"status": "draft"}"#),
  ]

  /// Compares the states.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore == .ready, context.experimentAfter == .draft else { return nil }
    return Judgement(.notable, ChangeReason("not-begun", "it had not begun"))
  }
}
