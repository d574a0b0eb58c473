public import Diffing
internal import JSONSyntax

/// Tells that a process is to be followed.
public struct ProcessPutInForce: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/put-in-force", .notable, watches: ["process/status"],
    summary: "A process goes on trial, is adopted, or comes back.",
    why:
      "From now on teams are expected to work by it.",
    remedy: "Tell the teams in `teams`, and write down under `adoption` how far each of them is.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Adopted", before: draft.replacing("draft", with: "trial"), change: #"{"status": "adopted"}"#,
      as: .notable),
    .found("Without a trial", before: draft, change: #"{"status": "adopted"}"#, as: .notable),
    .found(
      "Back from the dead", before: draft.replacing("draft", with: "retired"),
      change: #"{"status": "adopted"}"#, as: .risky),
    .left("It goes", before: draft.replacing("draft", with: "adopted"), change: #"{"status": "deprecated"}"#),
  ]

  private static let draft = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "draft", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}]}
    """#

  /// Names the teams for which it is new.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "trial", "adopted") else { return nil }
    if context.was("status", oneOf: "deprecated", "retired") {
      let isGone = context.was("status") == "retired"
      return Judgement(
        isGone ? .risky : .notable, ChangeReason("was-withdrawn", "teams were told not to follow it"),
        covers: context.positions(at: "replacedBy"))
    }
    guard context.was("status", oneOf: "draft", "trial"), change.idiom != .lifecycleReopened else {
      return nil
    }
    let teams = context.after?.root.texts("teams") ?? []
    if teams.isEmpty { return Judgement(.notable) }
    return Judgement(.notable, ChangeReason("new-obligation", "new for \(Clause.list(teams))"))
  }
}
