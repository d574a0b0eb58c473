public import Diffing
internal import JSONSyntax

/// Tells that a target is easier to reach than before.
public struct MetricTargetEased: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/target-eased", .risky, watches: ["metric/targets/*/value"],
    summary: "A target of a metric becomes easier to reach.",
    why:
      "Others planned with the old one. A target that follows the number is always reached and means nothing.",
    remedy: "Keep the target and report that it is missed, or say who agreed to the lower one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "34 % in place of 36 %",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.34, "by": "2026-Q2"}]}"#, as: .risky),
    .found(
      "A number that should be low",
      before: ExampleMetric.text(
        "active", #"{"direction": "down", "targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.4, "by": "2026-Q2"}]}"#, as: .risky),
    .found(
      "After its day",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.34, "by": "2026-Q2"}]}"#, as: .risky, day: "2026-07-05"),
    .left(
      "38 % in place of 36 %",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.38, "by": "2026-Q2"}]}"#),
    .left(
      "A proposed metric",
      before: ExampleMetric.text("proposed", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.34, "by": "2026-Q2"}]}"#),
  ]

  /// Looks at the direction, and at the day of the target.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let move = TargetMove(change, context), move.isEasier else { return nil }
    var judgement = Judgement(.risky, ChangeReason("easier", "easier to reach than what was agreed"))
    if move.isOver { judgement.reasons.append(ChangeReason("after-its-day", "its day had passed")) }
    return judgement
  }
}
