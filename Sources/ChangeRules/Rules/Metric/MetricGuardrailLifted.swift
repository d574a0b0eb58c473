public import Diffing
internal import JSONSyntax

/// Tells that a metric may get worse.
public struct MetricGuardrailLifted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/guardrail-lifted", .risky, watches: ["metric/guardrail"],
    summary: "A metric is no longer a guardrail.",
    why: "Experiments and launches no longer have to watch it, so what it protected may get worse unnoticed.",
    remedy: "Say who agreed, and what protects the same thing from now on.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Refunds may rise", before: ExampleMetric.text("active", #"{"guardrail": true}"#),
      change: #"{"guardrail": false}"#, as: .risky),
    .found(
      "The mark is taken out", before: ExampleMetric.text("active", #"{"guardrail": true}"#),
      change: #"{"guardrail": null}"#, as: .risky),
    .left("It becomes one", before: ExampleMetric.text(), change: #"{"guardrail": true}"#),
  ]

  /// No mark means no guardrail.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.before?.bool == true, change.after?.bool != true else {
      return nil
    }
    return Judgement(.risky, ChangeReason("unprotected", "what it protected may get worse unnoticed"))
  }
}
