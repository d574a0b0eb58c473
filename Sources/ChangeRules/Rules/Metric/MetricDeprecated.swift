public import Diffing
internal import JSONSyntax

/// Tells that nothing new should be measured by a metric.
public struct MetricDeprecated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/deprecated", .notable, watches: ["metric/status"],
    summary: "A metric is deprecated.",
    why: "It will go: what is under way with it has to end, or to move to the successor.",
    remedy: "Name the successor in `replacedBy`, and move what still measures by this one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nobody measures by it", before: ExampleMetric.text(),
      change: #"{"status": "deprecated", "replacedBy": "paid-conversion"}"#, as: .notable),
    .found(
      "A running experiment does", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#,
      alongside: [ExampleMetric.experiment()], as: .breaking),
    .left("Retired", before: ExampleMetric.text(), change: #"{"status": "retired"}"#),
    .left("It was retired", before: ExampleMetric.text("retired"), change: #"{"status": "deprecated"}"#),
  ]

  /// Asks who counts on it, and for the successor.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.unknownState),
      context.metricBefore == .active || context.metricBefore == .proposed, context.metricAfter == .deprecated
    else { return nil }
    let (changeClass, reason) = context.byUsers(used: .breaking, unused: .notable, alone: .notable)
    let successor = context.after?.root["replacedBy"]?.string
    return Judgement(
      changeClass, reason,
      successor == nil
        ? ChangeReason("no-successor", "no successor is named") : ChangeReason("has-successor"),
      words: successor.map { "Deprecated, replaced by “\($0)”" },
      covers: context.positions(of: "replacedBy", .fieldAdded))
  }
}
