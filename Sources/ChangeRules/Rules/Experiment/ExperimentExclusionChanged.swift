public import Diffing
internal import JSONSyntax

/// Tells that a running experiment shares its people with other tests than before.
public struct ExperimentExclusionChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/exclusion-changed", .risky, watches: ["experiment/audience/exclusionGroup"],
    summary: "A running experiment gets another exclusion group, or loses it.",
    why:
      "Experiments of one group never share a participant. With another group some drop out, and others are in two tests at once.",
    remedy: "Keep the group until the decision.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another group",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"dailyUnits": 8000, "share": 0.5, "exclusionGroup": "checkout"}}"#),
      change: #"{"audience": {"exclusionGroup": "payment"}}"#, as: .risky),
    .found(
      "A group where there was none",
      before: ExampleExperiment.text("running", #"{"audience": {"dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"exclusionGroup": "checkout"}}"#, as: .breaking),
    .found(
      "No group, and none needed",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"dailyUnits": 8000, "share": 0.5, "exclusionGroup": "checkout"}}"#),
      change: #"{"audience": {"exclusionGroup": null}}"#, as: .notable),
    .found(
      "No group, beside another test of it",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"dailyUnits": 8000, "share": 0.5, "exclusionGroup": "checkout"}}"#),
      change: #"{"audience": {"exclusionGroup": null}}"#,
      alongside: [
        ExampleExperiment.text(
          "running",
          #"{"id": "fast-pay", "audience": {"dailyUnits": 8000, "share": 0.5, "exclusionGroup": "checkout"}}"#
        )
      ], as: .risky),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft", #"{"audience": {"dailyUnits": 8000, "share": 0.5, "exclusionGroup": "checkout"}}"#),
      change: #"{"audience": {"exclusionGroup": null}}"#),
  ]

  /// Asks who else is in the group that is left.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    guard let old = change.before?.string else {
      return Judgement(.breaking, ChangeReason("condition-added", "some who took part no longer do"))
    }
    guard change.after == nil else {
      return Judgement(
        .risky, ChangeReason("results-outdated", "results so far were measured beside other tests"))
    }
    let other = context.head.definitions(of: "experiment").first {
      $0.id != context.after?.id && ExperimentStage($0.root) == .running
        && $0.root["audience"]?["exclusionGroup"]?.string == old
    }
    if let other {
      return Judgement(.risky, ChangeReason("two-tests-at-once", "“\(other.id)” now gets the same people"))
    }
    return Judgement(.notable, ChangeReason("condition-removed", "those who took part go on"))
  }
}
