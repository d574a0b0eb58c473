public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is another sort of test.
public struct ExperimentTypeChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/type-changed", .breaking, watches: ["experiment/type"],
    summary: "A running experiment is turned into another sort of test.",
    why: "An A/B test, a beta and a rollout answer different questions and need different safeguards.",
    remedy: "Conclude this one, and begin the rollout or the next test as an experiment of its own.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A rollout in place of a test", before: ExampleExperiment.text(), change: #"{"type": "rollout"}"#,
      as: .breaking),
    .left("A draft", before: ExampleExperiment.text("draft"), change: #"{"type": "rollout"}"#),
  ]

  /// Nothing more to ask.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    return Judgement(
      .breaking, ChangeReason("another-question", "it answers another question than it was begun for"))
  }
}
