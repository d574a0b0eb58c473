public import Diffing
internal import JSONSyntax

/// Tells that a metric is no longer measured.
public struct MetricRetired: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/retired", .notable, watches: ["metric/status"],
    summary: "A metric is retired.",
    why: "Decisions by a retired number are decisions by nothing.",
    remedy: "Move what still measures by it to the successor first.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nobody measures by it", before: ExampleMetric.text("deprecated"), change: #"{"status": "retired"}"#,
      as: .notable),
    .found(
      "An active plan does", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan()], as: .breaking),
    .left("Deprecated", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#),
  ]

  /// Asks who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.unknownState), context.metricBefore != .retired,
      context.metricAfter == .retired
    else { return nil }
    let (changeClass, reason) = context.byUsers(used: .breaking, unused: .notable, alone: .risky)
    let successor = context.after?.root["replacedBy"]?.string
    return Judgement(
      changeClass, reason, words: successor.map { "Retired, replaced by “\($0)”" },
      covers: context.positions(of: "replacedBy", .fieldAdded))
  }
}
