public import Diffing
internal import JSONSyntax

/// Tells that a metric is described in other words, and computed as before.
public struct MetricReworded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/reworded", .routine, watches: ["metric/definition", "metric/formula"],
    summary: "A metric in use is described in other words, and computed as before.",
    why:
      "Words and formula have to say the same. If the words now promise something else, people report another number than is measured.",
    remedy: "Check that the formula still does what the words say.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Clearer words", before: ExampleMetric.text(),
      change: #"{"definition": "Orders by visits that reached the cart."}"#, as: .routine),
    .found(
      "While an experiment measures by it", before: ExampleMetric.text(),
      change: #"{"definition": "Orders by visits that reached the cart."}"#,
      alongside: [ExampleMetric.experiment()], as: .risky),
    .found(
      "Spaces in the formula", before: ExampleMetric.text(), change: #"{"formula": "orders/visits"}"#,
      alongside: [ExampleMetric.experiment()], as: .routine),
    .left(
      "The formula changes too", before: ExampleMetric.text(),
      change: #"{"definition": "Paid orders by visits.", "formula": "paid orders / visits"}"#),
    .left(
      "A proposed metric", before: ExampleMetric.text("proposed"),
      change: #"{"definition": "Paid orders by visits."}"#),
  ]

  /// Asks whether more than the spelling changed, and who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, change.before != nil, change.after != nil else { return nil }
    if change.fields.first?.token == "formula" || Phrase.readAlike(change.before, change.after) {
      return Judgement(.routine, ChangeReason("wording", "only spelling or spaces changed"))
    }
    let (changeClass, reason) = context.byUsers(used: .risky, unused: .routine, alone: .notable)
    return Judgement(
      changeClass, ChangeReason("formula-stays", "the formula stays, so check that both say the same"), reason
    )
  }
}
