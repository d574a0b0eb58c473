public import Diffing
internal import JSONSyntax

/// Tells that variants of a running experiment get other shares of the traffic.
public struct ExperimentReweighted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/reweighted", .breaking, watches: ["experiment/variants/*/weight"],
    summary: "The shares of the variants change while the experiment runs.",
    why:
      "Who comes later is split otherwise than who came before: pooled results can show an effect that is none (Simpson's paradox).",
    remedy: "Record the new weights as an entry of `phases` with its reason, or start a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "More people see the new page, halfway through", before: running,
      change: #"{"variants": [{"id": "old", "control": true, "weight": 20}, {"id": "new", "weight": 80}]}"#,
      as: .breaking),
    .found(
      "The same, recorded as a phase", before: running,
      change: #"""
        {"variants": [{"id": "old", "control": true, "weight": 20}, {"id": "new", "weight": 80}],
         "phases": [{"from": "2026-01-12", "weights": {"old": 20, "new": 80}, "share": 1, "reason": "Support can take more."}]}
        """#,
      as: .risky),
    .left(
      "Other numbers, the same shares", before: running,
      change: #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}]}"#),
    .left(
      "A draft may still be changed", before: running.replacing("running", with: "draft"),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 20}, {"id": "new", "weight": 80}]}"#),
    .left(
      "A rollout goes on", before: running.replacing("ab-test", with: "rollout"),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 20}, {"id": "new", "weight": 80}]}"#),
  ]

  private static let running = #"""
    {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "running",
     "hypothesis": "Fewer steps, more orders.",
     "variants": [{"id": "old", "control": true, "weight": 50}, {"id": "new", "weight": 50}]}
    """#

  /// Compares the shares, which are weights by their sum.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, context.experimentAfter?.isUnderWay ?? false,
      ExperimentTraffic(context) == .reweighted
    else { return nil }
    let words = "Traffic reweighted \(context.trafficWords)"
    let covered = context.trafficPositions + context.positions(of: "phases", .itemAdded)
    if let phase = context.recordedPhase {
      return Judgement(
        .risky, ChangeReason("recorded-phase", "recorded as a phase: \(phase.reason)"), words: words,
        covers: covered)
    }
    return Judgement(
      .breaking,
      ChangeReason("no-phase", "no entry of `phases` says why, so old and new results cannot be told apart"),
      words: words, covers: covered)
  }
}
