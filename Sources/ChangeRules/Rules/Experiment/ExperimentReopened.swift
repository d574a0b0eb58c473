public import Diffing
internal import JSONSyntax

/// Tells that an experiment that was over goes on.
public struct ExperimentReopened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/reopened", .breaking, watches: ["experiment/status"],
    summary: "An experiment that was concluded or stopped goes on, or is drafted again.",
    why: "The answer is known: whatever is measured from now on is measured in sight of it.",
    remedy: "Start a new experiment that refers to this one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It runs again", before: ExampleExperiment.text("concluded"), change: #"{"status": "running"}"#,
      as: .breaking),
    .found(
      "It is a draft again", before: ExampleExperiment.text("stopped"), change: #"{"status": "draft"}"#,
      as: .breaking),
    .left(
      "Enrolment is opened again", before: ExampleExperiment.text("enrolment-closed"),
      change: #"{"status": "running"}"#),
  ]

  /// Compares the states.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore == .over, let stage = context.experimentAfter, stage != .over else {
      return nil
    }
    return Judgement(
      .breaking, ChangeReason("answer-known", "its answer is known"),
      words: "\(stage.isPlanned ? "Drafted" : "Opened") again after it was over",
      covers: context.trafficPositions)
  }
}
