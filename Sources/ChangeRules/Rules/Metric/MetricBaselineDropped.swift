public import Diffing
internal import JSONSyntax

/// Tells that a metric no longer says where it stands.
public struct MetricBaselineDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/baseline-dropped", .risky, watches: ["metric/baseline"],
    summary: "A metric loses its baseline.",
    why: "Nobody knows how far a target is away, and experiments cannot be sized.",
    remedy: "Measure it anew in place of taking it out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "While an experiment measures by it",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": null}"#, alongside: [ExampleMetric.experiment()], as: .risky),
    .found(
      "Nobody measures by it",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": null}"#, as: .notable),
    .left(
      "A new value",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#),
  ]

  /// Asks who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.after == nil, change.fields.count == 1 else { return nil }
    let (changeClass, reason) = context.byUsers(used: .risky, unused: .notable, alone: .risky)
    return Judgement(changeClass, reason)
  }
}
