public import Diffing
internal import JSONSyntax

/// Tells that a target is harder to reach than before.
public struct MetricTargetTightened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/target-tightened", .notable, watches: ["metric/targets/*/value"],
    summary: "A target of a metric becomes harder to reach.",
    why: "Those who work towards it were asked for less, and their plans may not be enough.",
    remedy: "Ask the teams whose work serves the target whether it still is.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "38 % in place of 36 %",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.38, "by": "2026-Q2"}]}"#, as: .notable),
    .found(
      "After its day",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.38, "by": "2026-Q2"}]}"#, as: .risky, day: "2026-07-05"),
    .found(
      "A number that is to stay where it is",
      before: ExampleMetric.text(
        "active", #"{"direction": "hold", "targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.38, "by": "2026-Q2"}]}"#, as: .notable),
    .left(
      "34 % in place of 36 %",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.34, "by": "2026-Q2"}]}"#),
  ]

  /// Looks at the direction, and at the day of the target.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let move = TargetMove(change, context), !move.isEasier else { return nil }
    if move.isOver {
      return Judgement(
        .risky, ChangeReason("after-its-day", "its day had passed: what was reached may now be missed"))
    }
    return Judgement(.notable, ChangeReason("harder"))
  }
}
