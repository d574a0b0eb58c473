public import Diffing
internal import JSONSyntax

/// Tells that the start of an experiment is changed after it began.
public struct ExperimentStartRewritten: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/start-rewritten", .breaking, watches: ["experiment/start"],
    summary: "The start of an experiment is changed after it began.",
    why:
      "Who belongs to the test is read from its start: with another one the recorded results are no longer its results.",
    remedy:
      "If the old day was a mistake, record the results again from the right one and say so in the notes.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A week is cut off",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#, as: .breaking),
    .found(
      "A start that was missing", before: ExampleExperiment.text(), change: #"{"start": "2026-01-05"}"#,
      as: .notable),
    .found(
      "It is over",
      before: ExampleExperiment.text("concluded", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#, as: .risky),
    .left(
      "It has not begun",
      before: ExampleExperiment.text("ready", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#),
  ]

  /// Tells a start that was missing from one that is changed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, !stage.isPlanned, change.idiom != .dateReworded else {
      return nil
    }
    if change.before == nil {
      return Judgement(.notable, ChangeReason("written-late", "it was missing so far"))
    }
    if stage == .over {
      return Judgement(.risky, ChangeReason("results-outdated", "its results were counted from the old day"))
    }
    return Judgement(
      .breaking,
      context.hasResults
        ? ChangeReason("results-outdated", "its results were counted from the old day")
        : ChangeReason("already-begun", "people took part from the old day on"))
  }
}
