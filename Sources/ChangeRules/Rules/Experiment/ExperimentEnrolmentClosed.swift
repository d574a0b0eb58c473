public import Diffing
internal import JSONSyntax

/// Tells that a running experiment lets nobody new in.
public struct ExperimentEnrolmentClosed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/enrolment-closed", .notable,
    watches: ["experiment/status", "experiment/variants/*", "experiment/audience/share"],
    summary: "A running experiment lets nobody new in; those who take part go on.",
    why:
      "It is the orderly way to an end: all weights go to zero, and what is measured from then on comes from those who are in.",
    remedy: "Set the status to enrolment-closed as well, and name the day of the decision.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "All weights go to zero", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 0))}"#, as: .notable),
    .found(
      "By its status", before: ExampleExperiment.text(), change: #"{"status": "enrolment-closed"}"#,
      as: .notable),
    .found(
      "By both", before: ExampleExperiment.text(),
      change: #"{"status": "enrolment-closed", "variants": \#(ExampleExperiment.weights(0, 0))}"#,
      as: .notable),
    .found(
      "Nobody of the audience takes part any more",
      before: ExampleExperiment.text("running", #"{"audience": {"dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0}}"#, as: .notable),
    .left(
      "One variant is left", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#),
  ]

  /// Looks at weights, share and status together.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let stage = context.experimentAfter, stage.isUnderWay else {
      return nil
    }
    let isClosed = context.experimentBefore == .running && stage == .closed
    let share = context.after?.root["audience"]?["share"]?.decimal
    let former = context.before?.root["audience"]?["share"]?.decimal
    let isNobody = share?.isZero ?? false && !(former?.isZero ?? true)
    guard isClosed || isNobody || ExperimentTraffic(context) == .enrolmentClosed else { return nil }
    var judgement = Judgement(
      .notable, words: "Enrolment closed: nobody new is let in",
      covers: context.positions(at: "status") + context.trafficPositions
        + context.positions(at: "audience", "share") + context.positions(of: "phases", .itemAdded))
    if stage == .running {
      judgement.reasons = [
        ChangeReason("status-says-running", "its status still says that people are let in")
      ]
    }
    return judgement
  }
}
