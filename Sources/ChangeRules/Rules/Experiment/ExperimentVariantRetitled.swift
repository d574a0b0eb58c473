public import Diffing
internal import JSONSyntax

/// Tells that a variant of an experiment is described in other words.
public struct ExperimentVariantRetitled: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/variant-retitled", .notable, watches: ["experiment/variants/*/title"],
    summary: "A variant of an experiment that has begun is described in other words.",
    why:
      "The title says what people see. If that changed too, the results mix two things; if only the words did, nothing happened.",
    remedy: "If people see something else now, start a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "While it runs",
      before: ExampleExperiment.text(
        "running",
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "One page", "weight": 1}]}"#
      ),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "One page with tabs", "weight": 1}]}"#,
      as: .notable),
    .found(
      "Only the spelling",
      before: ExampleExperiment.text(
        "running",
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "One page", "weight": 1}]}"#
      ),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "One Page", "weight": 1}]}"#,
      as: .routine),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "One page", "weight": 1}]}"#
      ),
      change:
        #"{"variants": [{"id": "old", "control": true, "weight": 1}, {"id": "new", "title": "Tabs", "weight": 1}]}"#
    ),
  ]

  /// Asks whether more than the spelling changed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    if change.before == nil || Phrase.readAlike(change.before, change.after) {
      return Judgement(.routine, ChangeReason("wording"))
    }
    return Judgement(
      .notable, ChangeReason("check-what-is-seen", "check that people see what they saw before"))
  }
}
