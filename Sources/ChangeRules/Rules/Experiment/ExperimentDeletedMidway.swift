public import Diffing
internal import JSONSyntax

/// Tells that an experiment in which people take part is deleted.
public struct ExperimentDeletedMidway: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/deleted-midway", .risky, watches: ["experiment"],
    summary: "An experiment in which people take part is deleted, or one that has results.",
    why:
      "What it was about, who saw what and what came out can no longer be found; the switches in the code stay.",
    remedy: "Put it back, set its status to stopped or concluded, and say why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("While it runs", before: ExampleExperiment.text(), change: nil, as: .risky),
    .found(
      "It was over, and had results",
      before: ExampleExperiment.text("concluded", #"{"results": \#(ExampleExperiment.results(9000))}"#),
      change: nil, as: .notable),
    .left("A draft", before: ExampleExperiment.text("draft"), change: nil),
  ]

  /// Asks whether people took part.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .definitionRemoved, let stage = context.experimentBefore else { return nil }
    if stage.isUnderWay {
      return Judgement(max(change.weight, .risky), ChangeReason("people-take-part", "people take part in it"))
    }
    guard stage == .over, context.hasResults else { return nil }
    return Judgement(max(change.weight, .notable), ChangeReason("results-lost", "its results go with it"))
  }
}
