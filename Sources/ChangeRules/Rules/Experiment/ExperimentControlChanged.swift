public import Diffing
internal import JSONSyntax

/// Tells that the variants of a running experiment are compared with another one.
public struct ExperimentControlChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/control-changed", .breaking, watches: ["experiment/variants/*/control"],
    summary: "A running experiment compares its variants with another control.",
    why:
      "Every effect so far was measured against the old control; with another one a loss can turn into a win.",
    remedy: "Keep the control until the decision; compare further variants in a new experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The new page is the control", before: ExampleExperiment.text(),
      change: #"{"variants": [{"id": "old", "weight": 50}, {"id": "new", "control": true, "weight": 50}]}"#,
      as: .breaking),
    .found(
      "It had none",
      before: ExampleExperiment.text(
        "running", #"{"variants": [{"id": "old", "weight": 50}, {"id": "new", "weight": 50}]}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(50, 50))}"#, as: .risky),
    .left(
      "A draft", before: ExampleExperiment.text("draft"),
      change: #"{"variants": [{"id": "old", "weight": 50}, {"id": "new", "control": true, "weight": 50}]}"#),
  ]

  /// Compares the controls.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let old = ExperimentShares(context.before?.root).control
    let new = ExperimentShares(context.after?.root).control
    guard old != new else { return nil }
    let covered = context.positions(at: "variants", "*", "control")
    guard let old else {
      return Judgement(
        .risky, ChangeReason("control-named-late", "it ran without one"),
        words: "“\(new ?? "")” is the control from now on",
        covers: covered)
    }
    return Judgement(
      .breaking, ChangeReason("another-comparison", "effects so far were measured against “\(old)”"),
      words: new.map { "The control is “\($0)” in place of “\(old)”" } ?? "“\(old)” is no longer the control",
      covers: covered)
  }
}
