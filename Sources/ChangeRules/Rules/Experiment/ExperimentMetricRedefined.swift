public import Diffing
internal import JSONSyntax

/// Tells of running experiments whose metric came to mean something else.
public struct ExperimentMetricRedefined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/metric-redefined", .breaking,
    summary:
      "A metric that a running experiment measures by changed its meaning; the experiment itself was not edited.",
    why:
      "Results before and after the change cannot be added up, and the power was computed for the old meaning.",
    remedy: "Analyse by the metric as it stood when the experiment started, or start again.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The primary metric counts paid orders only", before: metric,
      change: #"{"formula": "paid orders / visits"}"#,
      alongside: [experiment], as: .breaking),
    .left(
      "The experiment is over", before: metric, change: #"{"formula": "paid orders / visits"}"#,
      alongside: [experiment.replacing("running", with: "concluded")]),
  ]

  private static let metric = #"""
    {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
     "formula": "orders / visits", "direction": "up", "type": "proportion", "status": "active"}
    """#
  private static let experiment = #"""
    {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "running",
     "hypothesis": "Fewer steps, more orders.", "primaryMetrics": ["conversion"],
     "variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}]}
    """#

  /// Goes from redefined metrics to the experiments that refer to them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    var told: Set<String> = []
    return set.changes.filter { $0.rule == MetricRedefined.metadata.name }.flatMap { cause in
      set.head.referrers(of: cause.subject.name).compactMap { referrer in
        guard referrer.version.kind == "experiment",
          ["running", "enrolment-closed"].contains(referrer.version.root["status"]?.string),
          told.insert("\(cause.subject.name) \(referrer.version.name)").inserted
        else { return nil }
        return set.affected(
          referrer, by: cause, metadata, .breaking,
          words: "Its metric “\(cause.subject.title)” (\(cause.subject.id)) was redefined while it runs")
      }
    }
  }
}
