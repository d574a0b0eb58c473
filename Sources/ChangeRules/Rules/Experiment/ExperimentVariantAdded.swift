public import Diffing
internal import JSONSyntax

/// Tells that a running experiment gets one more variant.
public struct ExperimentVariantAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/variant-added", .breaking, watches: ["experiment/variants/*"],
    summary: "A running experiment gets one more variant.",
    why:
      "The others give up participants to it, it lacks the first weeks, and the number of comparisons for which the test was sized is another one.",
    remedy: "Start a new experiment with all variants.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A third page, halfway through", before: ExampleExperiment.text(),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}, {"id": "tabs", "weight": 1}]}"#,
      as: .breaking),
    .found(
      "Nobody gets it yet", before: ExampleExperiment.text(),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 50}, {"id": "new", "weight": 50}, {"id": "tabs", "weight": 0}]}"#,
      as: .risky),
    .left(
      "One takes the place of another", before: ExampleExperiment.text(),
      change: #"{"variants": [{"id": "old", "control": true, "weight": 50}, {"id": "tabs", "weight": 50}]}"#),
    .left(
      "A draft", before: ExampleExperiment.text("draft"),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "weight": 1}, {"id": "tabs", "weight": 1}]}"#
    ),
  ]

  /// Asks whether anybody gets it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.idiom == .itemAdded, change.fields.count == 2,
      context.replacedVariant == nil
    else { return nil }
    let weights = context.changes.indices.filter {
      context.changes[$0].fields.first?.token == "variants"
        && context.changes[$0].fields.last?.token == "weight"
    }
    if change.after?["weight"]?.decimal?.isZero ?? true {
      return Judgement(.risky, ChangeReason("nobody-yet", "nobody gets it yet"), covers: weights)
    }
    return Judgement(
      .breaking, ChangeReason("added-midway", "it lacks the participants of the time before"), covers: weights
    )
  }
}
