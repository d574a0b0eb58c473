public import Diffing
internal import JSONSyntax

/// Tells that a metric in use means something else than before.
public struct MetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/redefined", .breaking,
    watches: ["metric/definition", "metric/formula", "metric/type", "metric/unit", "metric/inputs"],
    summary: "What a metric in use measures changes.",
    why:
      "Values before and after are no longer of one series: targets, baselines and results that quote the metric compare apples with pears.",
    remedy: "Give the new meaning a new metric and replace the old one, or tell everyone who is named here.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "While an experiment measures by it", before: ExampleMetric.text(),
      change: #"{"formula": "paid orders / visits"}"#, alongside: [ExampleMetric.experiment()], as: .breaking),
    .found(
      "Nobody uses it yet", before: ExampleMetric.text(),
      change: #"{"unit": "percent", "formula": "100 * orders / visits"}"#, as: .notable),
    .found(
      "Its words are all there is", before: ExampleMetric.text("active", #"{"formula": null}"#),
      change: #"{"definition": "Paid orders by visits."}"#, alongside: [ExampleMetric.plan()], as: .breaking),
    .left(
      "A proposed metric may still be changed", before: ExampleMetric.text("proposed"),
      change: #"{"formula": "paid orders / visits"}"#),
    .left(
      "Its formula is written down", before: ExampleMetric.text("active", #"{"formula": null}"#),
      change: #"{"formula": "orders / visits"}"#),
    .left("Only spaces", before: ExampleMetric.text(), change: #"{"formula": "orders/visits"}"#),
  ]

  /// Takes all that says what it measures together, and asks who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, MetricMeaning.isRedefined(change, context) else { return nil }
    let (changeClass, reason) = context.byUsers(used: .breaking, unused: .notable, alone: .risky)
    let parts = MetricMeaning.positions(context)
    let names = parts.reduce(into: [String]()) { names, part in
      let name = context.changes[part].fields.first?.label.lowercased() ?? ""
      if names.last != name { names.append(name) }
    }
    let isTold = names.count == 1 && change.fields.first?.token != "definition"
    return Judgement(
      changeClass, reason, words: isTold ? nil : "Redefined: its \(Clause.list(names)) changed",
      covers: parts)
  }
}
