internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a metric is no longer to reach a value.
public struct MetricTargetDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/target-dropped", .risky, watches: ["metric/targets/*"],
    summary: "A target of a metric is taken out.",
    why: "Others planned with it, and a target that vanishes cannot be missed.",
    remedy: "Leave targets until their day, and report whether they were reached.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Before its day",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": []}"#, as: .risky),
    .found(
      "After its day",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": []}"#, as: .notable, day: "2026-07-05"),
    .left(
      "Another one comes",
      before: ExampleMetric.text("active", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": [{"value": 0.36, "by": "2026-Q2"}, {"value": 0.4, "by": "2026-Q4"}]}"#),
    .left(
      "A proposed metric",
      before: ExampleMetric.text("proposed", #"{"targets": [{"value": 0.36, "by": "2026-Q2"}]}"#),
      change: #"{"targets": []}"#),
  ]

  /// Looks at its day.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.idiom == .itemRemoved, change.fields.count == 2 else {
      return nil
    }
    if let day = context.day, let by = context.when(change.before?["by"]), by.last < day {
      return Judgement(.notable, ChangeReason("after-its-day", "its day had passed"))
    }
    return Judgement(.risky, ChangeReason("before-its-day", "its day was still to come"))
  }
}
