public import Diffing
internal import JSONSyntax

/// Tells that a running experiment tests another belief than before.
public struct ExperimentHypothesisChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/hypothesis-changed", .breaking, watches: ["experiment/hypothesis"],
    summary: "The hypothesis of a running experiment is changed.",
    why: "A belief that is written down after people acted on it always turns out true.",
    remedy: "Keep the hypothesis, and write the better one into the next experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another belief", before: ExampleExperiment.text(),
      change: #"{"hypothesis": "Fewer steps, fewer refunds."}"#, as: .breaking),
    .found(
      "A comma", before: ExampleExperiment.text(), change: #"{"hypothesis": "Fewer steps: more orders"}"#,
      as: .routine),
    .left(
      "A draft", before: ExampleExperiment.text("draft"),
      change: #"{"hypothesis": "Fewer steps, fewer refunds."}"#),
    .left(
      "It is over", before: ExampleExperiment.text("concluded"),
      change: #"{"hypothesis": "Fewer steps, fewer refunds."}"#),
  ]

  /// Asks whether more than the spelling changed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    if Phrase.readAlike(change.before, change.after) { return Judgement(.routine, ChangeReason("wording")) }
    return Judgement(
      .breaking,
      context.hasResults
        ? ChangeReason("results-known", "results are known")
        : ChangeReason("chosen-midway", "people took part already"))
  }
}
