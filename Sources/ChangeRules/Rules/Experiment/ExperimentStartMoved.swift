internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that an experiment that has not begun is to begin on another day.
public struct ExperimentStartMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/start-moved", .notable, watches: ["experiment/start"],
    summary: "An experiment that has not begun is to begin on another day.",
    why:
      "Whoever waits for its answer waits longer, and other tests on the same people may now overlap with it.",
    remedy: "Tell those who wait for the answer.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It was ready",
      before: ExampleExperiment.text("ready", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#, as: .notable),
    .found(
      "Committed work waits for it",
      before: ExampleExperiment.text(
        "ready", #"{"initiative": "express", "start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#, alongside: [ExampleMetric.initiative()], as: .risky),
    .found(
      "A draft", before: ExampleExperiment.text("draft", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#, as: .routine),
    .left(
      "It has begun",
      before: ExampleExperiment.text("running", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"start": "2026-01-12"}"#),
  ]

  /// Asks who waits for it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, stage.isPlanned, let now = context.experimentAfter,
      now.isPlanned,
      let old = context.when(change.before), let new = context.when(change.after)
    else { return nil }
    if stage == .draft { return Judgement(.routine, .notCommitted) }
    if new.last > old.last, let id = context.text("initiative"),
      let initiative = context.head.definition("initiative:\(id)"),
      let status = initiative.root["status"]?.string, ["committed", "in-progress"].contains(status)
    {
      return Judgement(
        .risky, ChangeReason("someone-waits", "the \(status) initiative “\(id)” waits for the answer"))
    }
    return Judgement(.notable, ChangeReason("not-begun", "it has not begun"))
  }
}
