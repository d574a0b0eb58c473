internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a running experiment ends later than planned.
public struct ExperimentExtended: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/extended", .risky, watches: ["experiment/end"],
    summary: "A running experiment ends later than planned, or on no day any more.",
    why:
      "Going on until the numbers look good finds effects that are not there; with a fixed design the end is part of the question.",
    remedy:
      "Decide by what was measured up to the planned end; use a method that allows looking at any time where the end is open."
  )

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Before any result",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-02-15"}"#, as: .risky),
    .found(
      "With results in sight",
      before: ExampleExperiment.text(
        "running",
        #"{"start": "2026-01-05", "end": "2026-02-01", "results": \#(ExampleExperiment.results(9000))}"#),
      change: #"{"end": "2026-02-15"}"#, as: .breaking),
    .found(
      "No end any more",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": null}"#, as: .risky),
    .found(
      "Its method allows that",
      before: ExampleExperiment.text(
        "running", #"{"start": "2026-01-05", "end": "2026-02-01", "design": {"method": "always-valid"}}"#),
      change: #"{"end": "2026-02-15"}"#, as: .notable),
    .found(
      "A beta compares nothing",
      before: ExampleExperiment.text(
        "running", #"{"type": "beta", "start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-02-15"}"#, as: .notable),
    .left(
      "It ends earlier",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-01-25"}"#),
    .left(
      "A draft", before: ExampleExperiment.text("draft", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-02-15"}"#),
  ]

  /// Asks whether the end is part of the question, and whether the answer is known.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let old = context.when(change.before) else { return nil }
    if let new = context.when(change.after), new.last <= old.last { return nil }
    if change.after != nil, context.when(change.after) == nil { return nil }
    if let judgement = context.freeEnd { return judgement }
    return context.hasResults
      ? Judgement(
        .breaking,
        ChangeReason("results-known", "results are known, and waiting for better ones is optional stopping"))
      : Judgement(.risky, ChangeReason("no-results-yet", "no results are recorded yet"))
  }
}
