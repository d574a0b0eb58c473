public import Diffing
internal import JSONSyntax

/// Tells of launches whose success is measured by a metric on its way out.
public struct LaunchSuccessMetricEnded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/success-metric-ended", .risky,
    summary:
      "A metric by which the success of a launch is judged is deprecated, retired or withdrawn; the launch itself was not edited.",
    why: "On the day when success is judged the number may not be there.",
    remedy: "Judge success by the successor, with a target in its terms.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Deprecated", before: ExampleMetric.text(), change: #"{"status": "deprecated"}"#,
      alongside: [ExampleMetric.launch()], as: .risky),
    .found(
      "Retired", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.launch()], as: .breaking),
    .left(
      "It is cancelled", before: ExampleMetric.text(), change: #"{"status": "retired"}"#,
      alongside: [ExampleMetric.launch("cancelled")]),
  ]

  /// Goes from metrics that end to the launches that are judged by them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.ended(set).flatMap { impact in
      impact.referrers(set, "launch", by: "success").compactMap { referrer in
        guard let weight = LaunchSuccess.weight(referrer.version.root, impact.metric, set.context) else {
          return nil
        }
        let isGone = impact.cause.rule == MetricRetired.metadata.name
        return set.affected(
          referrer, by: impact.cause, metadata, isGone ? weight : .risky,
          words: "Its success is judged by \(impact.words)")
      }
    }
  }
}
