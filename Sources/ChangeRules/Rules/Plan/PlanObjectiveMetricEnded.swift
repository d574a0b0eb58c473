public import Diffing
internal import JSONSyntax

/// Tells of plans whose objective is measured by a metric on its way out.
public struct PlanObjectiveMetricEnded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/objective-metric-ended", .risky,
    summary:
      "The metric of an objective is deprecated, retired or withdrawn; the plan itself was not edited.",
    why: "At the end of the plan nobody may be able to say whether the objective is reached.",
    remedy: "Move the objective to the successor, with a baseline and a target in its terms.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Deprecated", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#,
      alongside: [ExampleMetric.plan()], as: .risky),
    .found(
      "Retired", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan()], as: .breaking),
    .found(
      "A draft", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan("draft")], as: .notable),
    .left(
      "A closed plan", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.plan("closed")]),
  ]

  /// Goes from metrics that end to the plans that aim at them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.ended(set).flatMap { impact in
      impact.referrers(set, "plan", by: "objectives").compactMap { referrer in
        let stage = set.stage(of: referrer.version)
        guard stage != .ended else { return nil }
        let isGone = impact.cause.rule == MetricRetired.metadata.name
        return set.affected(
          referrer, by: impact.cause, metadata, stage == .first ? .notable : isGone ? .breaking : .risky,
          words: "An objective is measured by \(impact.words)")
      }
    }
  }
}
