public import Diffing
internal import JSONSyntax

/// Tells that an experiment lets the first people in.
public struct ExperimentStarted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/started", .notable, watches: ["experiment/status"],
    summary: "An experiment starts.",
    why: "From now on most changes spoil the result, and other tests on the same people blur it.",
    remedy: "Leave the design alone until the end, and tell those whose work touches the same pages.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From ready to running", before: ExampleExperiment.text("ready"),
      change: #"{"status": "running", "start": "2026-01-15"}"#, as: .notable),
    .found(
      "Never marked as ready", before: ExampleExperiment.text("draft"), change: #"{"status": "running"}"#,
      as: .notable),
    .left("Only ready now", before: ExampleExperiment.text("draft"), change: #"{"status": "ready"}"#),
  ]

  /// Takes the first split, phase and day in.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore?.isPlanned ?? false, context.experimentAfter?.isUnderWay ?? false else {
      return nil
    }
    var judgement = Judgement(
      .notable, words: "Started, with \(ExperimentShares(context.after?.root).words)",
      covers: context.trafficPositions + context.positions(of: "phases", .itemAdded)
        + context.positions(at: "start") + context.positions(of: "ramp", .itemAdded)
        + context.positions(at: "audience", "share"))
    if context.experimentBefore == .draft {
      judgement.reasons = [ChangeReason("never-ready", "it was never marked as ready")]
    }
    return judgement
  }
}
