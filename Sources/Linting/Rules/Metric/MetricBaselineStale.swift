internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags baselines that are too old for the experiments that are about to be sized by them.
public struct MetricBaselineStale: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/baseline-stale", .warning,
    summary:
      "An experiment that has not begun is measured by a metric with an old baseline. Option `days` "
      + "(180).",
    why:
      "The sample size follows from the baseline; from an old one the test ends undecided, or takes "
      + "longer than needed.",
    remedy: "Measure the baseline again before the experiment starts.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Measured a year ago",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": ⟦"2025-01-10"⟧}}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "primaryMetrics": ["conversion"]}
      """#),
    .good(
      "Measured last month",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": "2025-12-10"}}
      """#,
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "primaryMetrics": ["conversion"]}
      """#),
  ]

  /// Looks at the primary metrics of experiments that are drafted or ready.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 180)
    var seen: Set<String> = []
    for (_, experiment) in context.all("experiment") where experiment.has("status", oneOf: "draft", "ready") {
      for reference in experiment.items("primaryMetrics") {
        guard let metric = context.target(reference, "metric"), let value = metric["baseline"]?["asOf"],
          let day = context.day(value), day.days(until: context.asOf) > limit, seen.insert(metric.id).inserted
        else { continue }
        let note = RuleNote("this experiment is sized by it", at: reference, in: experiment)
        report.report(.stale(metric, day, context.asOf, experiment), at: value, in: metric, notes: [note])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func stale(_ metric: Definition, _ day: Day, _ today: Day, _ experiment: Definition)
    -> Self
  {
    Self(
      "the baseline of '\(metric.id)' is \(DayDistance.words(day.days(until: today))) old, and "
        + "experiment '\(experiment.id)' is about to rely on it"
    )
  }
}
