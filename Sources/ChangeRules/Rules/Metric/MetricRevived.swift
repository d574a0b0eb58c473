public import Diffing
internal import JSONSyntax

/// Tells that a metric that was on its way out is used again.
public struct MetricRevived: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/revived", .notable, watches: ["metric/status"],
    summary: "A metric that was deprecated or retired may be relied on again.",
    why: "Those who moved to its successor and those who stayed now measure by different numbers.",
    remedy: "Say which of the two is to be used for what, and take `replacedBy` out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It was deprecated", before: ExampleMetric.text("deprecated"), change: #"{"status": "active"}"#,
      as: .notable),
    .found(
      "It was retired", before: ExampleMetric.text("retired"), change: #"{"status": "active"}"#, as: .risky),
    .left("It was proposed", before: ExampleMetric.text("proposed"), change: #"{"status": "active"}"#),
  ]

  /// A retired one has a gap in its series.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.unknownState) else { return nil }
    let (old, new) = (context.metricBefore, context.metricAfter)
    if old == .retired, new != .retired {
      return Judgement(.risky, ChangeReason("series-has-gap", "its series has a gap"))
    }
    guard old == .deprecated, new == .active else { return nil }
    return Judgement(.notable, covers: context.positions(of: "replacedBy", .fieldRemoved))
  }
}
