public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is decided by another metric.
public struct ExperimentPrimaryMetricSwapped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/primary-metric-swapped", .breaking, watches: ["experiment/primaryMetrics"],
    summary: "A running experiment is decided by another metric than the one it started with.",
    why:
      "The test was sized for the old metric, and a question that is changed in sight of the answer is none.",
    remedy: "Keep the metric until the decision, and start a new experiment for the other one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Revenue in place of conversion",
      before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["revenue"]}"#, as: .breaking),
    .left(
      "One more", before: ExampleExperiment.text("running", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["conversion", "revenue"]}"#),
  ]

  /// Looks for metrics that went and metrics that came.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let come = context.positions(of: "primaryMetrics", .itemAdded)
    let gone = context.positions(of: "primaryMetrics", .itemRemoved)
    let (old, new) = (
      gone.compactMap { context.changes[$0].before?.string },
      come.compactMap { context.changes[$0].after?.string }
    )
    guard !old.isEmpty, !new.isEmpty else { return nil }
    var judgement = Judgement(
      .breaking, ChangeReason("chosen-midway", "it was not fixed before the start"),
      words: "Decided by \(Clause.list(new)) in place of \(Clause.list(old))", covers: come + gone)
    if context.hasResults { judgement.reasons.append(ChangeReason("results-known", "results are known")) }
    return judgement
  }
}
