public import Diffing
internal import JSONSyntax

/// Tells that a metric in use means something else than before.
public struct MetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/redefined", .breaking,
    watches: ["metric/formula", "metric/type", "metric/unit", "metric/inputs"],
    summary: "What a metric in use measures changes.",
    why:
      "Values before and after are no longer of one series: targets, baselines and results that quote the metric compare apples with pears.",
    remedy: "Give the new meaning a new metric and replace the old one, or tell everyone who is named here.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "While an experiment measures by it", before: active,
      change: #"{"formula": "paid orders / visits"}"#,
      alongside: [
        #"""
        {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "running",
         "hypothesis": "Fewer steps, more orders.", "primaryMetrics": ["conversion"],
         "variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}]}
        """#
      ], as: .breaking),
    .found("Nobody uses it yet", before: active, change: #"{"unit": "percent"}"#, as: .notable),
    .left(
      "A proposed metric may still be changed", before: active.replacing(#""active""#, with: #""proposed""#),
      change: #"{"formula": "paid orders / visits"}"#),
  ]

  private static let active = #"""
    {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
     "formula": "orders / visits", "direction": "up", "type": "proportion", "status": "active"}
    """#

  /// Asks who counts on the metric.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, let name = context.after?.name else { return nil }
    let users = MetricUse.users(of: name, in: context)
    guard let first = users.first else {
      return Judgement(.notable, ChangeReason("unused", "nothing under way refers to it"))
    }
    let count =
      users.count == 1
      ? "1 definition under way counts on it" : "\(users.count) definitions under way count on it"
    return Judgement(.breaking, ChangeReason("in-use", "\(count), \(first.version.name) first"))
  }
}
