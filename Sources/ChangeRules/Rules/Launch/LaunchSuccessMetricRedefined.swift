public import Diffing
internal import JSONSyntax

/// Tells of launches whose success is measured by something else.
public struct LaunchSuccessMetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/success-metric-redefined", .breaking,
    summary:
      "A metric by which the success of a launch is judged changed its meaning or direction; the launch itself was not edited.",
    why: "Success was promised in the old meaning; whether it came can no longer be told from the number.",
    remedy: "Agree on the success criteria anew with those who approved the launch.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It goes ahead", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.launch()], as: .breaking),
    .found(
      "It is planned", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.launch("planned")], as: .risky),
    .found(
      "It is done, and success is still to be judged", before: ExampleMetric.text(),
      change: #"{"formula": "paid orders / visits"}"#, alongside: [ExampleMetric.launch("done")],
      as: .breaking),
    .left(
      "Success was judged", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.launch("done")], day: "2026-06-01"),
    .left(
      "It is cancelled", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#,
      alongside: [ExampleMetric.launch("cancelled")]),
  ]

  /// Goes from redefined metrics to the launches that are judged by them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.redefined(set).flatMap { impact in
      impact.referrers(set, "launch", by: "success").compactMap { referrer in
        guard let weight = LaunchSuccess.weight(referrer.version.root, impact.metric, set.context) else {
          return nil
        }
        return set.affected(
          referrer, by: impact.cause, metadata, weight, words: "Its success is judged by \(impact.words)")
      }
    }
  }
}
