public import Diffing
internal import JSONSyntax

/// Tells that the record of an experiment that is over is changed.
public struct ExperimentRecordEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/record-edited", .notable,
    watches: ["experiment/variants", "experiment/audience", "experiment/end", "experiment/ramp"],
    summary: "Variants, audience, ramp or the end of an experiment that is over are changed.",
    why: "Nobody takes part any more; yet whoever reads the result reads it with these facts.",
    remedy: "Say in the notes what was wrong.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The share was another one",
      before: ExampleExperiment.text("concluded", #"{"audience": {"dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0.4}}"#, as: .notable),
    .left(
      "It runs",
      before: ExampleExperiment.text("running", #"{"audience": {"dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0.4}}"#),
    .left(
      "The winner for all",
      before: ExampleExperiment.text(
        "concluded", #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#),
  ]

  /// Asks whether it is over.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore == .over, context.experimentAfter == .over else { return nil }
    let isTitle = change.fields.first?.token == "variants" && change.fields.last?.token == "title"
    return Judgement(
      isTitle ? .routine : .notable,
      ChangeReason("record-corrected", "it is over: a correction of the record"))
  }
}
