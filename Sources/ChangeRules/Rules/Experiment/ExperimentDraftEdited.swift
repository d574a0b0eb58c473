public import Diffing
internal import JSONSyntax

/// Tells that an experiment that has not begun is still being designed.
public struct ExperimentDraftEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/draft-edited", .routine,
    watches: [
      "experiment/type", "experiment/hypothesis", "experiment/initiative", "experiment/variants",
      "experiment/primaryMetrics", "experiment/secondaryMetrics", "experiment/guardrails",
      "experiment/audience", "experiment/design", "experiment/end", "experiment/phases", "experiment/ramp",
      "experiment/cleanup",
    ],
    summary: "An experiment is changed before it begins.",
    why:
      "Before the first participant everything may change; that is what a draft is for. Once it is ready, those who agreed to it should know.",
    remedy: "Nothing for a draft. Show a design that was ready once more to those who agreed to it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A draft", before: ExampleExperiment.text("draft"),
      change: #"{"hypothesis": "Fewer steps, happier people."}"#, as: .routine),
    .found(
      "It was ready to start", before: ExampleExperiment.text("ready"),
      change: #"{"hypothesis": "Fewer steps, happier people."}"#, as: .notable),
    .found(
      "In the very step that starts it", before: ExampleExperiment.text("ready"),
      change: #"{"status": "running", "hypothesis": "Fewer steps, happier people."}"#, as: .notable),
    .left(
      "It runs", before: ExampleExperiment.text(), change: #"{"hypothesis": "Fewer steps, happier people."}"#),
  ]

  /// Asks how far the plan had come.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, stage.isPlanned else { return nil }
    if context.experimentAfter?.isUnderWay ?? false {
      return Judgement(.notable, ChangeReason("with-start", "changed in the very step that starts it"))
    }
    if stage == .ready {
      return Judgement(.notable, ChangeReason("was-ready", "it was ready to start"))
    }
    return Judgement(.routine, .notCommitted)
  }
}
