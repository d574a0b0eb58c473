public import Diffing
internal import JSONSyntax

/// Tells that a variant of a running experiment gives way to another.
public struct ExperimentVariantReplaced: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/variant-replaced", .breaking, watches: ["experiment/variants/*"],
    summary: "A variant of a running experiment gives way to another, or gets another id.",
    why:
      "Results and phases name variants by their ids: what was measured for the one is not true of the other.",
    remedy: "If only the name was wrong, keep the id and change the title. Otherwise start a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Tabs in place of one page", before: ExampleExperiment.text(),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 50}, {"id": "tabs", "weight": 50}]}"#,
      as: .breaking),
    .left(
      "A draft", before: ExampleExperiment.text("draft"),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 50}, {"id": "tabs", "weight": 50}]}"#),
  ]

  /// Looks for one that went and one that came.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let pair = context.replacedVariant else { return nil }
    return Judgement(
      .breaking, ChangeReason("another-variant", "results of “\(pair.old)” say nothing about “\(pair.new)”"),
      words: "Variant “\(pair.old)” gave way to “\(pair.new)”", covers: context.trafficPositions)
  }
}
