internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that a team does not use a tool any more.
public struct ToolTeamLeft: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/team-left", .notable, watches: ["tool/teams"],
    summary: "Teams stop using a tool.",
    why:
      "Seats stay paid for, knowledge goes, and the last team leaves a bill behind.",
    remedy: "Give the seats back, and decide about the renewal when the last team leaves.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("One of two", before: used, change: #"{"teams": ["growth"]}"#, as: .notable),
    .found(
      "The team is no more", before: used, change: #"{"teams": ["search"]}"#,
      others: [(growth, #"{"status": "disbanded"}"#)], as: .routine),
    .found("The last ones", before: used, change: #"{"teams": null}"#, as: .risky),
    .left("One more", before: used, change: #"{"teams": ["growth", "search", "web"]}"#),
  ]

  private static let used = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "teams": ["growth", "search"]}
    """#
  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": []}
    """#

  /// Counts those who stay.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, context.text("status", oneOf: "trial", "adopted", "on-hold") else {
      return nil
    }
    let left = context.after?.root.texts("teams").count ?? 0
    if DissolvedTeam.isOne(change.before?.string, context) {
      return Judgement(.routine, ChangeReason("team-dissolved", "the team is no more"))
    }
    let removed = context.positions(at: "teams").filter {
      context.changes[$0].idiom == .itemRemoved
        && !DissolvedTeam.isOne(context.changes[$0].before?.string, context)
    }
    let words =
      "No longer used by \(Clause.list(removed.map { context.changes[$0].fields.last?.label ?? "" }))"
    if left == 0 {
      return Judgement(
        .risky, ChangeReason("no-users", "no team is left that uses it"), words: words, covers: removed)
    }
    return Judgement(
      .notable, ChangeReason("fewer-users", "\(Enumeration.count(left, "team")) left"), words: words,
      covers: removed)
  }
}
