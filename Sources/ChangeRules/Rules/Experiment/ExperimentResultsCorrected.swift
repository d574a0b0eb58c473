public import Diffing
internal import JSONSyntax

/// Tells that other numbers are recorded for the same participants, or after the end.
public struct ExperimentResultsCorrected: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/results-corrected", .risky, watches: ["experiment/results/*"],
    summary: "Results of an experiment are other numbers for the same participants, or change after the end.",
    why: "Decisions rest on what was recorded first; a correction may turn them.",
    remedy: "Say in the notes what was wrong, and look at the decision again.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The same participants, other outcomes",
      before: ExampleExperiment.text("running", #"{"results": \#(ExampleExperiment.results(9000))}"#),
      change:
        #"{"results": [{"metric": "conversion", "asOf": "2026-01-12", "variants": [{"id": "old", "n": 9000, "conversions": 300}, {"id": "new", "n": 9000, "conversions": 390}]}]}"#,
      as: .risky),
    .found(
      "After the decision",
      before: ExampleExperiment.text(
        "concluded",
        #"{"results": \#(ExampleExperiment.results(9000)), "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#
      ), change: #"{"results": \#(ExampleExperiment.results(9900))}"#, as: .risky),
    .found(
      "A first result after the end",
      before: ExampleExperiment.text("concluded", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"results": \#(ExampleExperiment.results(9000))}"#, as: .notable),
    .left(
      "More participants",
      before: ExampleExperiment.text("running", #"{"results": \#(ExampleExperiment.results(8000))}"#),
      change: #"{"results": \#(ExampleExperiment.results(9000))}"#),
  ]

  /// Asks whether numbers were changed and not only added.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, !stage.isPlanned, change.fields.count > 1 else { return nil }
    let metric = change.fields[1].token
    guard let new = context.result(of: metric, in: context.after) else { return nil }
    let covered = context.positions(at: "results", metric)
    guard let old = context.result(of: metric, in: context.before) else {
      guard stage == .over else { return nil }
      return Judgement(.notable, ChangeReason("after-the-end", "recorded after the end"), covers: covered)
    }
    let growth = ResultGrowth(old, new)
    guard growth == .corrected || stage == .over && growth == .grew else { return nil }
    let reason =
      context.before?.root["decision"] == nil
      ? ChangeReason("other-numbers", "the same participants, other numbers")
      : ChangeReason("decision-rests-on-it", "the decision rests on the old numbers")
    return Judgement(.risky, reason, words: "Results of “\(metric)” corrected", covers: covered)
  }
}
