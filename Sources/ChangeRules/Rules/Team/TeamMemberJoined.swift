internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that somebody joins a team.
public struct TeamMemberJoined: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/member-joined", .notable, watches: ["team/members"],
    summary: "Somebody joins a team, or is about to.",
    why:
      "The team can do more, or somebody new has to be told what it does; and where they came from, somebody is missing.",
    remedy: "Say who shows them round, and who does what they did before.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An engineer more", before: growth,
      change:
        #"{"members": [{"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}, {"id": "cem", "role": "engineer"}]}"#,
      as: .notable),
    .left("Somebody leaves", before: growth, change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  /// Says who it is, and from where.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended, change.fields.count == 2, change.idiom == .itemAdded else {
      return nil
    }
    let handle = change.fields[1].token
    let role = change.after?["role"]?.string.map { " as \($0)" } ?? ""
    let start = context.when(change.after?["from"])?.last
    let isAhead = start.flatMap { start in context.day.map { $0 < start } } ?? false
    let name = TeamMember.name(context, handle)
    let words =
      "\(name) \(isAhead ? "joins" : "joined")\(role)\(isAhead ? start.map { " on \($0)" } ?? "" : "")"
    let origin = context.base.memberships(of: handle).first { $0.team.id != context.after?.id }
    guard let origin else { return Judgement(.notable, words: words) }
    let stays = context.head.memberships(of: handle).contains { $0.team.id == origin.team.id }
    let text = "\(stays ? "is in" : "was in") “\(Clause.title(origin.team))” \(stays ? "too" : "before")"
    return Judgement(.notable, ChangeReason("known-elsewhere", text), words: words)
  }
}
