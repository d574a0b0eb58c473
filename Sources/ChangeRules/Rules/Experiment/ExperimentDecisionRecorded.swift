internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that it was decided what follows from an experiment.
public struct ExperimentDecisionRecorded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/decision-recorded", .notable, watches: ["experiment/decision"],
    summary: "What follows from an experiment is decided.",
    why: "Others wait for it: initiatives, launches, and whoever keeps both variants alive.",
    remedy: "Let the initiative and the launch follow, and plan the clean-up.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Shipped at the end",
      before: ExampleExperiment.text("enrolment-closed", #"{"start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#, as: .notable),
    .found(
      "Before the end that a fixed design sets",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}, "start": "2026-01-05", "end": "2026-02-01"}"#
      ), change: #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#, as: .risky),
    .left(
      "Decided otherwise",
      before: ExampleExperiment.text(
        "concluded", #"{"decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#),
      change: #"{"decision": \#(ExampleExperiment.decision("abandon"))}"#),
  ]

  /// Asks whether it comes before the planned end.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.before == nil, change.fields.count == 1, let decision = context.decision else { return nil }
    let outcome = Phrase.value(decision["outcome"])
    let variant = decision["variant"]?.string.map { " “\($0)”" } ?? ""
    let words = "Decided: \(outcome)\(variant)"
    if context.isExperimentUnderWay, let days = context.daysBeforeFixedEnd, outcome == "ship" {
      return Judgement(
        .risky,
        ChangeReason("early", "\(Enumeration.count(days, "day")) before the end that its fixed design sets"),
        words: words)
    }
    return Judgement(.notable, words: words)
  }
}
