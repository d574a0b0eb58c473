public import Diffing
internal import JSONSyntax

/// Tells that a metric says less exactly what it measures.
public struct MetricMadeVague: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/made-vague", .risky, watches: ["metric/formula", "metric/type", "metric/unit", "metric/inputs"],
    summary: "A metric in use loses its formula, its type, its unit or its inputs.",
    why: "Nobody can be sure to get the same number any more, and a change of meaning goes unnoticed.",
    remedy: "Put it back, or retire the metric.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Without its formula", before: ExampleMetric.text(), change: #"{"formula": null}"#,
      alongside: [ExampleMetric.experiment()], as: .risky),
    .found("Nobody uses it", before: ExampleMetric.text(), change: #"{"formula": null}"#, as: .notable),
    .left("Another formula", before: ExampleMetric.text(), change: #"{"formula": "paid orders / visits"}"#),
    .left("A retired metric", before: ExampleMetric.text("retired"), change: #"{"formula": null}"#),
  ]

  /// Asks whether nothing is said any more.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, let field = change.fields.first?.token,
      context.after?.root[name: field] == nil
    else { return nil }
    let (changeClass, reason) = context.byUsers(used: .risky, unused: .notable, alone: .risky)
    return Judgement(changeClass, reason, covers: context.positions(at: field))
  }
}
