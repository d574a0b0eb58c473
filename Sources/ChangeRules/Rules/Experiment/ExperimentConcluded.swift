internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that an experiment is over.
public struct ExperimentConcluded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/concluded", .notable, watches: ["experiment/status"],
    summary: "An experiment is concluded.",
    why:
      "Whoever waits for its answer can go on; what was learned is worth no more than the decision that is written down.",
    remedy: "Record the decision, let its initiative follow, and clean up.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "With its decision",
      before: ExampleExperiment.text("enrolment-closed", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"status": "concluded", "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .notable),
    .found(
      "With its decision and the winner for all", before: ExampleExperiment.text(),
      change:
        #"{"status": "concluded", "variants": \#(ExampleExperiment.weights(0, 1)), "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .notable),
    .found(
      "Nothing is decided", before: ExampleExperiment.text(), change: #"{"status": "concluded"}"#, as: .risky),
    .found(
      "Before the end that a fixed design sets",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}, "start": "2026-01-05", "end": "2026-02-01"}"#
      ),
      change: #"{"status": "concluded", "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .risky),
    .found(
      "It never ran", before: ExampleExperiment.text("draft"),
      change: #"{"status": "concluded", "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .risky),
    .found(
      "From a draft to its result, between two releases", before: ExampleExperiment.text("draft"),
      change:
        #"{"status": "concluded", "results": \#(ExampleExperiment.results(9000)), "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .notable),
    .left("Stopped", before: ExampleExperiment.text(), change: #"{"status": "stopped"}"#),
  ]

  /// Takes the decision and what was set with it in.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "concluded"), let stage = context.experimentBefore, stage != .over
    else {
      return nil
    }
    let covered =
      context.positions(of: "decision", .fieldAdded) + context.positions(at: "end") + context.trafficPositions
      + context.courseOfEvents
    guard let outcome = context.decision?["outcome"]?.string else {
      return Judgement(
        .risky, ChangeReason("no-decision", "nothing is decided"), words: "Concluded without a decision",
        covers: covered)
    }
    let words = "Concluded: \(outcome)\(context.decision?["variant"]?.string.map { " “\($0)”" } ?? "")"
    if !context.everRan {
      return Judgement(.risky, ChangeReason("never-ran", "it never ran"), words: words, covers: covered)
    }
    if let days = context.daysBeforeFixedEnd {
      return Judgement(
        .risky,
        ChangeReason("early", "\(Enumeration.count(days, "day")) before the end that its fixed design sets"),
        words: words, covers: covered)
    }
    return Judgement(.notable, words: words, covers: covered)
  }
}
