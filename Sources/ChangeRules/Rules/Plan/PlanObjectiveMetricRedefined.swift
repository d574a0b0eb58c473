public import Diffing
internal import JSONSyntax

/// Tells of plans whose objective is measured by something else.
public struct PlanObjectiveMetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/objective-metric-redefined", .breaking,
    summary: "The metric of an objective changed its meaning or direction; the plan itself was not edited.",
    why:
      "The target was agreed for the old meaning: whether it is reached is no longer the question that was asked.",
    remedy: "Agree on the objective anew, with a target in the new meaning.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An active plan", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.plan()], as: .breaking),
    .found(
      "A draft", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.plan("draft")], as: .notable),
    .left(
      "A closed plan", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.plan("closed")]),
  ]

  /// Goes from redefined metrics to the plans that aim at them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.redefined(set).flatMap { impact in
      impact.referrers(set, "plan", by: "objectives").compactMap { referrer in
        let stage = set.stage(of: referrer.version)
        guard stage != .ended else { return nil }
        return set.affected(
          referrer, by: impact.cause, metadata, stage == .first ? .notable : .breaking,
          words: "An objective is measured by \(impact.words)")
      }
    }
  }
}
