public import Diffing
internal import JSONSyntax

/// Tells that a decision about an experiment is changed afterwards.
public struct ExperimentDecisionRewritten: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/decision-rewritten", .risky,
    watches: [
      "experiment/decision", "experiment/decision/outcome", "experiment/decision/variant",
      "experiment/decision/because",
    ],
    summary: "A recorded decision about an experiment is changed, or taken back.",
    why: "Others acted on it. A new opinion is a new decision, with its own day and reason.",
    remedy: "Tell those who acted on the old decision, and say in the reason what is new.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Abandoned in place of shipped",
      before: ExampleExperiment.text(
        "concluded", #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
      change: #"{"decision": \#(ExampleExperiment.decision("abandon"))}"#, as: .risky),
    .found(
      "Taken back",
      before: ExampleExperiment.text(
        "concluded", #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
      change: #"{"decision": null}"#, as: .risky),
    .found(
      "The reason in other words",
      before: ExampleExperiment.text(
        "concluded", #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
      change: #"{"decision": {"because": "Orders rose by 4 %."}}"#, as: .notable),
    .left(
      "Decided for the first time",
      before: ExampleExperiment.text("enrolment-closed", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
  ]

  /// Tells another outcome from other words.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = context.before?.root["decision"] else { return nil }
    let covered = context.positions(at: "decision")
    guard let new = context.decision else {
      return Judgement(
        .risky, ChangeReason("taken-back", "others may have acted on it"),
        words: "Decision taken back: \(Phrase.value(old["outcome"]))", covers: covered)
    }
    let (before, after) = (old["outcome"]?.string, new["outcome"]?.string)
    if before != after || old["variant"]?.string != new["variant"]?.string {
      return Judgement(
        .risky, ChangeReason("decided-otherwise", "others may have acted on it"),
        words: "Decided otherwise: \(said(old)) → \(said(new))", covers: covered)
    }
    return Judgement(.notable, ChangeReason("same-outcome", "the outcome stays"))
  }

  private static func said(_ decision: JSONValue) -> String {
    Phrase.value(decision["outcome"]) + (decision["variant"].map { " “\(Phrase.value($0))”" } ?? "")
  }
}
