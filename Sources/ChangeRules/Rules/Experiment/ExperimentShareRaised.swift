public import Diffing
internal import JSONSyntax

/// Tells that a running experiment lets a greater share of its audience in.
public struct ExperimentShareRaised: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/share-raised", .notable, watches: ["experiment/audience/share"],
    summary: "A running experiment lets a greater share of its audience in.",
    why:
      "It is safe for the comparison, since every variant gets more; but more people see what is being tried.",
    remedy: "Record it as a phase, and tell support.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From half to all",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 1}}"#, as: .notable),
    .found(
      "As the next step of a ramp",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.5}], "audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.5}, {"on": "2026-01-15", "share": 1}], "audience": {"share": 1}}"#,
      as: .notable),
    .left(
      "From half to a tenth",
      before: ExampleExperiment.text(
        "running", #"{"audience": {"segment": "Guests on mobile", "dailyUnits": 8000, "share": 0.5}}"#),
      change: #"{"audience": {"share": 0.1}}"#),
  ]

  /// Takes the phase and the step of the ramp in.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, let old = change.before?.decimal, let new = change.after?.decimal,
      new > old
    else { return nil }
    return Judgement(
      .notable, ChangeReason("more-of-all", "every variant gets more people"),
      covers: context.positions(of: "phases", .itemAdded)
        + context.positions(of: "ramp", .itemAdded).filter {
          context.changes[$0].after?["share"]?.decimal == new
            && !context.changes[$0].reasons.contains(.appendOnly)
        })
  }
}
