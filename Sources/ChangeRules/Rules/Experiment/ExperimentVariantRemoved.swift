public import Diffing
internal import JSONSyntax

/// Tells that a running experiment loses a variant while others go on.
public struct ExperimentVariantRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/variant-removed", .breaking, watches: ["experiment/variants/*"],
    summary: "A running experiment loses a variant while at least two others go on.",
    why:
      "Its participants end in another variant or in none, and dropping the worst looking one before the end favours chance.",
    remedy: "Set its weight to zero with a phase that says why; take it out after the decision.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Two of three go on",
      before: ExampleExperiment.text(
        "running",
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}, {"id": "tabs", "weight": 1}]}"#
      ), change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#, as: .breaking),
    .found(
      "Nobody got it any more",
      before: ExampleExperiment.text(
        "running",
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}, {"id": "tabs", "weight": 0}]}"#
      ), change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#, as: .notable),
    .left(
      "Only one is left", before: ExampleExperiment.text(),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 1}]}"#),
  ]

  /// Asks whether anybody got it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemRemoved, change.fields.count == 2,
      context.replacedVariant == nil
    else { return nil }
    if change.before?["weight"]?.decimal?.isZero ?? true {
      return Judgement(.notable, ChangeReason("nobody-left", "nobody got it any more"))
    }
    let weights = context.changes.indices.filter {
      context.changes[$0].fields.first?.token == "variants"
        && context.changes[$0].fields.last?.token == "weight"
    }
    return Judgement(
      .breaking, ChangeReason("dropped-midway", "its participants can no longer be compared"), covers: weights
    )
  }
}
