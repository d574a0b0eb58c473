public import Diffing
internal import JSONSyntax

/// Tells that a metric says more exactly what it measures.
public struct MetricMadeExact: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/made-exact", .notable,
    watches: ["metric/formula", "metric/type", "metric/unit", "metric/inputs"],
    summary: "A metric in use gets a formula, a type, a unit or inputs that it did not state.",
    why:
      "Others can now get the same number. If the number differs from what was reported, it was measured otherwise so far.",
    remedy: "Compare the next value with the last one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A unit", before: ExampleMetric.text(), change: #"{"unit": "%"}"#,
      alongside: [ExampleMetric.experiment()], as: .notable),
    .left(
      "Another unit", before: ExampleMetric.text("active", #"{"unit": "%"}"#),
      change: #"{"unit": "per mille"}"#),
    .left("A proposed metric", before: ExampleMetric.text("proposed"), change: #"{"unit": "%"}"#),
  ]

  /// Asks whether nothing was said before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, let field = change.fields.first?.token,
      context.before?.root[name: field] == nil
    else { return nil }
    return Judgement(
      .notable, ChangeReason("stated-now", "it was not stated so far"), covers: context.positions(at: field))
  }
}
