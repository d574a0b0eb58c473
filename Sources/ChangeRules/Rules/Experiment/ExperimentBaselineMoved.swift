public import Diffing
internal import JSONSyntax

/// Tells of experiments that need another number of participants.
public struct ExperimentBaselineMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/baseline-moved", .notable,
    summary: "The baseline by which an experiment is sized moved; the experiment itself was not edited.",
    why: "It needs more participants than planned, and so more days, or could end sooner.",
    remedy: "Plan its end anew before it begins.",
    options: [.init("percent", 10, "By how many percent the number of participants has to differ.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A rarer event before the start",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.24, "asOf": "2026-02-02"}}"#,
      alongside: [
        ExampleExperiment.text(
          "draft",
          #"{"primaryMetrics": ["conversion"], "design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
        )
      ], as: .notable),
    .found(
      "While it runs it may turn out too small",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.24, "asOf": "2026-02-02"}}"#,
      alongside: [
        ExampleExperiment.text(
          "running",
          #"{"primaryMetrics": ["conversion"], "design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
        )
      ], as: .notable),
    .left(
      "It was drafted by the new baseline",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.24, "asOf": "2026-02-02"}}"#,
      others: [
        (
          nil,
          ExampleExperiment.text(
            "draft",
            #"{"primaryMetrics": ["conversion"], "design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
          )
        )
      ]),
    .left(
      "Hardly another number",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.311, "asOf": "2026-02-02"}}"#,
      alongside: [
        ExampleExperiment.text(
          "draft",
          #"{"primaryMetrics": ["conversion"], "design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
        )
      ]),
    .left(
      "While it runs, fewer are needed",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.4, "asOf": "2026-02-02"}}"#,
      alongside: [
        ExampleExperiment.text(
          "running",
          #"{"primaryMetrics": ["conversion"], "design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
        )
      ]),
  ]

  /// Goes from moved baselines to the experiments that are decided by the metric.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    let percent = Double(set.number("percent", of: metadata))
    return MetricImpact.edited(set, MetricBaselineRefreshed.metadata).flatMap { impact -> [Change] in
      let (old, new) = (set.base.definition(impact.metric)?.root, set.head.definition(impact.metric)?.root)
      return impact.referrers(set, "experiment", by: "primaryMetrics").compactMap { referrer in
        guard let stage = ExperimentStage(referrer.version.root), stage != .over,
          let ratio = SampleSizes.ratio(
            from: old?["baseline"], to: new?["baseline"], type: new?["type"]?.string,
            design: referrer.version.root["design"]),
          abs(ratio - 1) * 100 >= percent, stage.isPlanned || ratio > 1
        else { return nil }
        let size = "\(Phrase.percent(abs(ratio - 1))) \(ratio > 1 ? "more" : "fewer") participants"
        return set.affected(
          referrer, by: impact.cause, metadata, .notable,
          words: "It needs about \(size), since it is sized by \(impact.words)")
      }
    }
  }
}
