public import Diffing
internal import JSONSyntax

/// Tells that a metric may be relied on.
public struct MetricActivated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/activated", .notable, watches: ["metric/status"],
    summary: "A proposed metric becomes active.",
    why: "From now on plans and experiments may measure by it, and a change of its meaning concerns them.",
    remedy: "Tell those who waited for it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From proposed to active", before: ExampleMetric.text("proposed"), change: #"{"status": "active"}"#,
      as: .notable),
    .left("Deprecated", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#),
  ]

  /// Compares the states.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.unknownState), context.metricBefore == .proposed,
      context.metricAfter == .active
    else { return nil }
    return Judgement(.notable)
  }
}
