public import Diffing
internal import JSONSyntax

/// Tells that fewer participants are counted than before.
public struct ExperimentResultsShrank: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/results-shrank", .risky, watches: ["experiment/results/*"],
    summary: "The results of an experiment count fewer participants than before.",
    why:
      "Participants do not vanish: some were left out, and leaving out those who spoil the picture is easily done.",
    remedy: "Say in the notes who was left out and why; the rule for it should not look at the outcome.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A thousand are gone",
      before: ExampleExperiment.text("running", #"{"results": \#(ExampleExperiment.results(9000))}"#),
      change: #"{"results": \#(ExampleExperiment.results(8000))}"#, as: .risky),
    .found(
      "All results of a metric are gone",
      before: ExampleExperiment.text("running", #"{"results": \#(ExampleExperiment.results(9000))}"#),
      change: #"{"results": []}"#, as: .risky),
    .left(
      "More than before",
      before: ExampleExperiment.text("running", #"{"results": \#(ExampleExperiment.results(8000))}"#),
      change: #"{"results": \#(ExampleExperiment.results(9000))}"#),
  ]

  /// Compares the counts.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, !stage.isPlanned, change.fields.count > 1 else { return nil }
    let metric = change.fields[1].token
    guard let old = context.result(of: metric, in: context.before) else { return nil }
    guard let new = context.result(of: metric, in: context.after) else {
      return Judgement(.risky, ChangeReason("results-gone", "what was measured can no longer be checked"))
    }
    guard ResultGrowth(old, new) == .shrank else { return nil }
    let (before, after) = (ResultGrowth.participants(old), ResultGrowth.participants(new))
    return Judgement(
      .risky,
      ChangeReason("fewer-participants", "\(before) took part by the old count, \(after) by the new one"),
      words: "Results of “\(metric)” count fewer participants",
      covers: context.positions(at: "results", metric))
  }
}
