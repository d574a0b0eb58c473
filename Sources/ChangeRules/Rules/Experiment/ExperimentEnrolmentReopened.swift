public import Diffing
internal import JSONSyntax

/// Tells that people are let in again, or split again.
public struct ExperimentEnrolmentReopened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/enrolment-reopened", .breaking,
    watches: ["experiment/status", "experiment/variants/*", "experiment/audience/share"],
    summary:
      "An experiment lets people in again after enrolment was closed, or splits people again after all had got one variant.",
    why:
      "Those who come now come in another season and after a decision or a pause; pooled with the first they show effects that are none.",
    remedy: "Start a new experiment, with an id and a start of its own.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Closed, and now running again", before: ExampleExperiment.text("enrolment-closed"),
      change: #"{"status": "running"}"#, as: .breaking),
    .found(
      "Weights return from zero",
      before: ExampleExperiment.text("running", #"{"variants": \#(ExampleExperiment.weights(0, 0))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#, as: .breaking),
    .found(
      "Everyone had the new page",
      before: ExampleExperiment.text("running", #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#, as: .breaking),
    .left(
      "A rollout goes on",
      before: ExampleExperiment.text(
        "running", #"{"type": "rollout", "variants": \#(ExampleExperiment.weights(1, 0))}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(1, 1))}"#),
  ]

  /// Looks at weights, share and status together.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, context.experimentAfter?.isUnderWay ?? false else { return nil }
    let isReopened = context.experimentBefore == .closed && context.experimentAfter == .running
    let share = context.after?.root["audience"]?["share"]?.decimal
    let former = context.before?.root["audience"]?["share"]?.decimal
    let isSomebody = former?.isZero ?? false && !(share?.isZero ?? true)
    guard isReopened || isSomebody || ExperimentTraffic(context) == .reopened else { return nil }
    return Judgement(
      .breaking, ChangeReason("two-audiences", "who comes now cannot be pooled with who came before"),
      words: "Enrolment opened again, with \(ExperimentShares(context.after?.root).words)",
      covers: context.positions(at: "status") + context.trafficPositions
        + context.positions(at: "audience", "share") + context.positions(of: "phases", .itemAdded))
  }
}
