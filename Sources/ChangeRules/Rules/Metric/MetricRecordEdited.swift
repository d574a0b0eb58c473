public import Diffing
internal import JSONSyntax

/// Tells that a metric that nobody measures by any more is changed.
public struct MetricRecordEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/record-edited", .notable,
    watches: [
      "metric/definition", "metric/direction", "metric/type", "metric/unit", "metric/formula",
      "metric/inputs", "metric/source", "metric/baseline", "metric/targets", "metric/guardrail",
    ],
    summary: "A retired metric is changed.",
    why: "Old reports and decisions quote it: whoever looks it up should find what it meant then.",
    remedy: "Leave retired metrics as they were, or say in the notes what was wrong.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another formula", before: ExampleMetric.text("retired"),
      change: #"{"formula": "paid orders / visits"}"#, as: .notable),
    .left("An active metric", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#),
    .left("It is revived", before: ExampleMetric.text("retired"), change: #"{"status": "active"}"#),
  ]

  /// Asks for the state before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore == .retired else { return nil }
    return Judgement(.notable, ChangeReason("record-changed", "old reports quote what it meant"))
  }
}
