internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a rollout gets a further step.
public struct ExperimentRampStepAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/ramp-step-added", .routine, watches: ["experiment/ramp/*"],
    summary: "A rollout gets a further step at the end of its ramp.",
    why: "Adding steps is how a ramp is meant to go on; a step back means that people lose what they had.",
    remedy: "Tell support before a step that lets many people in.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Everyone in February",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}, {"on": "2026-02-09", "share": 1}]}"#,
      as: .routine),
    .found(
      "On the very day",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}, {"on": "2026-01-28", "share": 1}]}"#,
      as: .notable, day: "2026-01-28"),
    .found(
      "A step back",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}, {"on": "2026-02-09", "share": 0.1}]}"#,
      as: .risky),
    .left(
      "A step is put before others",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-12", "share": 0.3}, {"on": "2026-01-26", "share": 0.5}]}"#
    ),
  ]

  /// Compares the step with the one before and with the day.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemAdded, !change.reasons.contains(.appendOnly)
    else {
      return nil
    }
    let before = context.before?.root["ramp"]?.items.compactMap { $0["share"]?.decimal }.last
    if let share = change.after?["share"]?.decimal, let before, share < before {
      return Judgement(.risky, ChangeReason("step-back", "some lose what they had"))
    }
    if let day = context.day, let on = context.when(change.after?["on"]), day.days(until: on.last) <= 0 {
      return Judgement(
        .notable, ChangeReason("in-force-already", "it holds from that very day, or did already"))
    }
    return Judgement(.routine, ChangeReason("appended", "steps are added at the end"))
  }
}
