public import Diffing
internal import JSONSyntax

/// Tells that a metric must not get worse.
public struct MetricGuardrailDeclared: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/guardrail-declared", .notable, watches: ["metric/guardrail"],
    summary: "A metric becomes a guardrail.",
    why: "Experiments are expected to watch it from now on, those under way included.",
    remedy: "Add it to the guardrails of experiments that have not begun.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Refunds must not rise", before: ExampleMetric.text(), change: #"{"guardrail": true}"#, as: .notable),
    .left(
      "It was one", before: ExampleMetric.text("active", #"{"guardrail": true}"#),
      change: #"{"guardrail": false}"#),
  ]

  /// No mark means no guardrail.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.before?.bool != true, change.after?.bool == true else {
      return nil
    }
    return Judgement(.notable)
  }
}
