public import Diffing
internal import JSONSyntax

/// Tells that the record of how an experiment ran is changed.
public struct ExperimentPhaseRewritten: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/phase-rewritten", .breaking, watches: ["experiment/phases/*"],
    summary: "A phase of an experiment is changed, taken out or put in between.",
    why:
      "Phases say which weights held on which day; results are split and the expected shares are computed by them.",
    remedy: "Leave phases as they are. A correction of a mistake belongs into the notes of the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Other weights for the past",
      before: ExampleExperiment.text(
        "running",
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}]}"#
      ),
      change:
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 3}, "share": 0.5, "reason": "Start"}]}"#,
      as: .breaking),
    .found(
      "Only the reason is worded better",
      before: ExampleExperiment.text(
        "running",
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}]}"#
      ),
      change:
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "We began."}]}"#,
      as: .routine),
    .found(
      "After the end",
      before: ExampleExperiment.text(
        "concluded",
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}]}"#
      ), change: #"{"phases": []}"#, as: .risky),
    .left(
      "A phase more",
      before: ExampleExperiment.text(
        "running",
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}]}"#
      ),
      change:
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}, {"from": "2026-01-14", "weights": {"old": 1, "new": 1}, "share": 1, "reason": "All is well."}]}"#
    ),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"phases": [{"from": "2026-01-05", "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "Start"}]}"#
      ), change: #"{"phases": []}"#),
  ]

  /// Asks whether more than the reason changed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, !stage.isPlanned, change.fields.count == 2 else { return nil }
    if change.idiom == .itemAdded, !change.reasons.contains(.appendOnly) { return nil }
    if let old = change.before, let new = change.after, old["from"]?.string == new["from"]?.string,
      old["share"]?.decimal == new["share"]?.decimal, areEqual(old["weights"], new["weights"])
    {
      return Judgement(.routine, ChangeReason("wording", "only its reason is worded otherwise"))
    }
    return Judgement(
      stage == .over ? .risky : .breaking,
      ChangeReason("record-changed", "results are split and expected by what the phases say"))
  }

  private static func areEqual(_ old: JSONValue?, _ new: JSONValue?) -> Bool {
    func weights(_ value: JSONValue?) -> [String: ExactDecimal] {
      Dictionary(
        value?.members.compactMap { member in member.value.decimal.map { (member.name, $0) } } ?? [],
        uniquingKeysWith: { first, _ in first })
    }
    return weights(old) == weights(new)
  }
}
