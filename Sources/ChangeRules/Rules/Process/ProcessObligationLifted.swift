public import Diffing
internal import JSONSyntax

/// Tells that fewer teams have to follow a process.
public struct ProcessObligationLifted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/obligation-lifted", .notable, watches: ["process/teams"],
    summary: "Fewer teams than before have to follow a process.",
    why:
      "Others count on what they did by it: a briefing, a check, a document.",
    remedy: "Say how the others get what they need from now on.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("One team less", before: adopted, change: #"{"teams": ["growth"]}"#, as: .notable),
    .found("Nobody is left", before: adopted, change: #"{"teams": null}"#, as: .risky),
    .found(
      "The team is no more", before: adopted, change: #"{"teams": ["search"]}"#,
      others: [(growth, #"{"status": "disbanded"}"#)], as: .routine),
    .left("One more team", before: adopted, change: #"{"teams": ["growth", "search", "web"]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}],
     "teams": ["growth", "search"]}
    """#
  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": []}
    """#

  /// Names the teams.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, context.stageAfter == .live else { return nil }
    if DissolvedTeam.isOne(change.before?.string, context) {
      return Judgement(.routine, ChangeReason("team-dissolved", "the team is no more"))
    }
    let covered = context.positions(at: "teams").filter {
      context.changes[$0].idiom == .itemRemoved
        && !DissolvedTeam.isOne(context.changes[$0].before?.string, context)
    }
    let words =
      "No longer expected of \(Clause.list(covered.compactMap { context.changes[$0].before?.string }))"
    guard context.after?.root.texts("teams").isEmpty ?? true else {
      return Judgement(.notable, words: words, covers: covered)
    }
    return Judgement(
      .risky, ChangeReason("nobody-left", "no team is left that has to follow it"), words: words,
      covers: covered)
  }
}
