public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is a draft again.
public struct ExperimentSetBack: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/set-back", .breaking, watches: ["experiment/status"],
    summary: "An experiment in which people take part is called a draft or ready again.",
    why: "What was measured belongs to a design that may now change: under one id there are two experiments.",
    remedy: "Stop the experiment, and draft the next one under an id of its own.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Back to draft", before: ExampleExperiment.text(), change: #"{"status": "draft"}"#, as: .breaking),
    .found(
      "Back to ready", before: ExampleExperiment.text("enrolment-closed"), change: #"{"status": "ready"}"#,
      as: .breaking),
    .left("It had not begun", before: ExampleExperiment.text("ready"), change: #"{"status": "draft"}"#),
    .left("It was over", before: ExampleExperiment.text("concluded"), change: #"{"status": "draft"}"#),
  ]

  /// Compares the states.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, context.experimentAfter?.isPlanned ?? false else { return nil }
    return Judgement(
      .breaking, ChangeReason("people-took-part", "people took part already"),
      words: "Called “\(Phrase.value(change.after))” again, after people took part")
  }
}
