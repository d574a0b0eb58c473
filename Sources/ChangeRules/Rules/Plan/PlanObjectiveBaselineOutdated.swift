public import Diffing
internal import JSONSyntax

/// Tells of plans that quote a baseline which is no longer the metric’s.
public struct PlanObjectiveBaselineOutdated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/objective-baseline-outdated", .risky,
    summary:
      "An objective begins at a value that was the baseline of its metric and no longer is; the plan itself was not edited.",
    why:
      "Progress is counted from a start that turned out to be another: part of the way is gained or lost by measuring anew.",
    remedy: "Say in the plan which of the two values counts, before the objective is judged.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The plan says 0.31",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#, alongside: [ExampleMetric.plan()],
      as: .risky),
    .left(
      "The plan is a draft",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#,
      alongside: [ExampleMetric.plan("draft")]),
    .left(
      "The plan said something else before",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.3, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#, alongside: [ExampleMetric.plan()]),
  ]

  /// Goes from moved baselines to the active plans that quote the old value.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.edited(set, MetricBaselineRefreshed.metadata).flatMap { impact -> [Change] in
      let (old, new) = (
        set.base.definition(impact.metric)?.root["baseline"]?["value"]?.decimal,
        set.head.definition(impact.metric)?.root["baseline"]?["value"]?.decimal
      )
      guard old != new else { return [] }
      return BaselineQuotes.plans(of: impact.metric, value: old, in: set.head).map { referrer in
        set.affected(
          referrer, by: impact.cause, metadata, .risky,
          words: "An objective begins at the old baseline of \(impact.words)")
      }
    }
  }
}
