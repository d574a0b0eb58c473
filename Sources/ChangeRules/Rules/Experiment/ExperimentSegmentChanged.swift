public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is made on other people.
public struct ExperimentSegmentChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/segment-changed", .risky, watches: ["experiment/audience/segment"],
    summary: "A running experiment is made on other people than before.",
    why: "Results so far were measured on others: before and after cannot be added up.",
    remedy: "Analyse the time before and after apart, or start a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Others than before",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"segment": "Guests on tablets"}}"#, as: .risky),
    .found(
      "Everyone, from now on",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"segment": null}}"#, as: .notable),
    .found(
      "No longer everyone",
      before: ExampleExperiment.text("running", #"{"audience": {"dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"segment": "Guests"}}"#, as: .breaking),
    .found(
      "Only the spelling",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"segment": "Guests, on mobile"}}"#, as: .routine),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"segment": "Guests"}}"#),
  ]

  /// Tells a condition that goes from one that comes.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    if change.before == nil {
      return Judgement(.breaking, ChangeReason("condition-added", "some who took part no longer do"))
    }
    if change.after == nil {
      return Judgement(.notable, ChangeReason("condition-removed", "those who took part go on"))
    }
    if Phrase.readAlike(change.before, change.after) { return Judgement(.routine, ChangeReason("wording")) }
    return Judgement(.risky, ChangeReason("results-outdated", "results so far were measured on others"))
  }
}
