public import Diffing
internal import JSONSyntax

/// Tells of metrics that mean something else because what they are made of does.
public struct MetricInputRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/input-redefined", .breaking,
    summary: "A metric is made of one that changed its meaning; the metric itself was not edited.",
    why: "Its formula reads as before and gives other numbers.",
    remedy: "Check whether it still measures what its definition says, and tell those who measure by it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Visits are counted otherwise",
      before:
        #"{"kind": "metric", "id": "visits", "title": "Visits", "definition": "Visits a day.", "formula": "count(visits)", "direction": "up", "status": "active"}"#,
      change: #"{"formula": "count(human visits)"}"#,
      alongside: [ExampleMetric.text("active", #"{"inputs": ["visits"]}"#), ExampleMetric.experiment()],
      as: .breaking),
    .found(
      "Nobody measures by it",
      before:
        #"{"kind": "metric", "id": "visits", "title": "Visits", "definition": "Visits a day.", "formula": "count(visits)", "direction": "up", "status": "active"}"#,
      change: #"{"formula": "count(human visits)"}"#,
      alongside: [ExampleMetric.text("active", #"{"inputs": ["visits"]}"#)], as: .notable),
    .left(
      "It is retired",
      before:
        #"{"kind": "metric", "id": "visits", "title": "Visits", "definition": "Visits a day.", "formula": "count(visits)", "direction": "up", "status": "active"}"#,
      change: #"{"formula": "count(human visits)"}"#,
      alongside: [ExampleMetric.text("retired", #"{"inputs": ["visits"]}"#)]),
  ]

  /// Goes from redefined metrics to those that are made of them, however indirectly.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    MetricImpact.redefined(set).compactMap { impact in
      guard let referrer = impact.through, set.existed(referrer.version) else { return nil }
      let users = MetricUse.users(of: impact.metric, in: set.head, set.context).map(\.version.name)
      let reason =
        users.isEmpty
        ? ChangeReason("unused", "nothing under way measures by it")
        : ChangeReason("in-use", "\(Clause.list(users)) \(users.count == 1 ? "measures" : "measure") by it")
      return set.affected(
        referrer, by: impact.cause, metadata, users.isEmpty ? .notable : .breaking, reasons: reason,
        words:
          "It is made of “\(impact.cause.subject.title)” (\(impact.cause.subject.id)), which was redefined")
    }
  }
}
