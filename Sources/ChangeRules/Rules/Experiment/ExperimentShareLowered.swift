public import Diffing
internal import JSONSyntax

/// Tells that a running experiment lets a smaller share of its audience in.
public struct ExperimentShareLowered: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/share-lowered", .breaking, watches: ["experiment/audience/share"],
    summary: "A running experiment lets a smaller share of its audience in.",
    why:
      "People who had a variant may lose it, and those who are left are no fair sample of those who began.",
    remedy:
      "Close enrolment in place of lowering the share, or begin a new phase and analyse the phases apart.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From half to a tenth",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0.1}}"#, as: .breaking),
    .found(
      "As a phase of its own",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change:
        #"{"audience": {"share": 0.1}, "phases": [{"from": "2026-01-12", "weights": {"old": 20, "new": 80}, "share": 1, "reason": "Support can take more."}]}"#,
      as: .risky),
    .left(
      "From half to all",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 1}}"#),
    .left(
      "Nobody new is let in",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0}}"#),
  ]

  /// Asks for a phase that says why.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let old = change.before?.decimal, let new = change.after?.decimal,
      new < old
    else { return nil }
    if let phase = context.recordedPhase {
      return Judgement(
        .risky, ChangeReason("recorded-phase", "recorded as a phase: \(phase.reason)"),
        covers: context.positions(of: "phases", .itemAdded))
    }
    return Judgement(.breaking, ChangeReason("no-phase", "people who took part may lose what they had"))
  }
}
