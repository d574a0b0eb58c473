public import Diffing
internal import JSONSyntax

/// Tells that a metric that was relied on is only proposed.
public struct MetricWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/withdrawn", .risky, watches: ["metric/status"],
    summary: "A metric that was active is only proposed again.",
    why: "Its meaning is open again, and those who measure by it no longer know by what.",
    remedy: "Propose the new meaning under an id of its own, and keep the old one until it is replaced.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "While an experiment measures by it", before: ExampleMetric.text(), change: #"{"status": "proposed"}"#,
      alongside: [ExampleMetric.experiment()], as: .breaking),
    .found(
      "In a plan that is only drafted", before: ExampleMetric.text(), change: #"{"status": "proposed"}"#,
      alongside: [ExampleMetric.plan("draft")], as: .risky),
    .left("It was retired", before: ExampleMetric.text("retired"), change: #"{"status": "active"}"#),
  ]

  /// Asks who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.unknownState), context.metricBefore.isLive,
      context.metricAfter == .proposed
    else { return nil }
    let (changeClass, reason) = context.byUsers(used: .breaking, unused: .risky, alone: .risky)
    return Judgement(changeClass, reason)
  }
}
