public import Diffing
internal import JSONSyntax

/// Tells that an experiment is stopped before its end.
public struct ExperimentStopped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/stopped", .risky, watches: ["experiment/status"],
    summary: "An experiment is stopped before its end.",
    why: "The question stays open, and whoever waits for the answer waits for nothing.",
    remedy: "Say in the decision why, and tell those who wait for the answer.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nothing is said", before: ExampleExperiment.text(), change: #"{"status": "stopped"}"#, as: .risky),
    .found(
      "With its decision", before: ExampleExperiment.text(),
      change: #"{"status": "stopped", "decision": \#(ExampleExperiment.decision("abandon"))}"#, as: .notable),
    .found(
      "It had not begun", before: ExampleExperiment.text("draft"), change: #"{"status": "stopped"}"#,
      as: .routine),
    .left("Concluded", before: ExampleExperiment.text(), change: #"{"status": "concluded"}"#),
  ]

  /// Asks for the reason.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "stopped"), let stage = context.experimentBefore, stage != .over
    else {
      return nil
    }
    let covered =
      context.positions(of: "decision", .fieldAdded) + context.positions(at: "end") + context.trafficPositions
      + context.courseOfEvents
    if !context.everRan {
      return Judgement(
        stage == .draft ? .routine : .notable, ChangeReason("not-begun", "it had not begun"),
        words: "Given up before it began", covers: covered)
    }
    guard let decision = context.decision else {
      return Judgement(
        .risky, ChangeReason("no-decision", "no decision says why"), words: "Stopped", covers: covered)
    }
    return Judgement(
      .notable, ChangeReason("as-decided", "as decided: \(Phrase.value(decision["outcome"]))"),
      words: "Stopped",
      covers: covered)
  }
}
