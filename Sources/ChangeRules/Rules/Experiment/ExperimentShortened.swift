internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a running experiment ends earlier than planned.
public struct ExperimentShortened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/shortened", .risky, watches: ["experiment/end"],
    summary: "A running experiment ends earlier than planned.",
    why:
      "Fewer people take part than the test was sized for; ended because the numbers look good, they mean less than they seem to.",
    remedy: "Let it run to the planned end, or stop it with a decision that says it was stopped early.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Before any result",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-01-25"}"#, as: .risky),
    .found(
      "With results in sight",
      before: ExampleExperiment.text(
        "running",
        #"{"start": "2026-01-05", "end": "2026-02-01", "results": \#(ExampleExperiment.results(9000))}"#),
      change: #"{"end": "2026-01-25"}"#, as: .breaking),
    .found(
      "Its method allows that",
      before: ExampleExperiment.text(
        "running", #"{"start": "2026-01-05", "end": "2026-02-01", "design": {"method": "always-valid"}}"#),
      change: #"{"end": "2026-01-25"}"#, as: .notable),
    .left(
      "It ends later",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"end": "2026-02-15"}"#),
  ]

  /// Asks whether the answer is known.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let old = context.when(change.before),
      let new = context.when(change.after),
      new.last < old.last
    else { return nil }
    if let judgement = context.freeEnd { return judgement }
    return context.hasResults
      ? Judgement(
        .breaking,
        ChangeReason(
          "results-known", "results are known, and ending when they look good is optional stopping"))
      : Judgement(.risky, ChangeReason("too-few", "fewer people take part than it was sized for"))
  }
}
