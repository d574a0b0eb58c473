internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that somebody leaves a team.
public struct TeamMemberLeft: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/member-left", .breaking, watches: ["team/members", "team/members/*/to"],
    summary: "Somebody leaves a team, or is about to.",
    why:
      "What they own stays without anybody who answers for it, and what only they could do is not done.",
    remedy:
      "Hand over what is named here in the same change, and write the last day into `to` before it is over.",
    options: [
      .init("days", 14, "The days until somebody leaves from which there is time to hand over.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Who leaves owns committed work", before: growth,
      change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#, alongside: [checkout], as: .breaking),
    .found(
      "In two months, with time to hand over", before: growth,
      change:
        #"{"members": [{"id": "ana", "role": "product manager", "to": "2026-03-31"}, {"id": "ben", "role": "engineer"}]}"#,
      alongside: [checkout], as: .risky),
    .found(
      "Nobody else has the role, and a process needs it", before: growth,
      change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#, alongside: [process], as: .risky),
    .found(
      "Nothing depends on them", before: growth, change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#,
      as: .notable),
    .found(
      "To another team", before: growth, change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#,
      alongside: [checkout],
      others: [(web, #"{"members": [{"id": "ana", "role": "product manager"}]}"#)], as: .notable),
    .left(
      "Since when they are there", before: growth,
      change:
        #"{"members": [{"id": "ana", "role": "product manager", "from": "2026-01-01"}, {"id": "ben", "role": "engineer"}]}"#
    ),
    .left(
      "Somebody joins", before: growth,
      change:
        #"{"members": [{"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}, {"id": "cem", "role": "engineer"}]}"#
    ),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "owner": "@ana"}
    """#

  private static let process = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "Product Manager"}]}
    """#
  private static let web = #"""
    {"kind": "team", "id": "web", "title": "Web", "members": []}
    """#

  /// Asks where they go, what they own and what only they do.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, change.fields.count >= 2 else { return nil }
    let handle = change.fields[1].token
    let name = TeamMember.name(context, handle)
    let member: JSONValue?
    var last: When?
    if change.fields.count == 2 {
      guard change.idiom == .itemRemoved else { return nil }
      member = change.before
    } else {
      guard change.fields.count == 3, change.fields[2].token == "to" else { return nil }
      member = context.before?.root.item("members", "id", handle)
      last = context.when(change.after)
      guard last != nil else {
        return change.after == nil ? Judgement(.notable, words: "\(name) stays") : nil
      }
      if let day = context.day, let old = context.when(change.before), old.last < day {
        return Judgement(.routine)
      }
    }
    let places = context.head.memberships(of: handle).filter {
      $0.team.id != context.after?.id && $0.member["to"] == nil
    }
    if let place = places.first {
      let known = context.base.memberships(of: handle).contains { $0.team.id == place.team.id }
      if known {
        return Judgement(
          .notable, ChangeReason("stays-elsewhere", "stays in “\(Clause.title(place.team))”"),
          words: last.map { "\(name) leaves on \($0.last)" } ?? "\(name) left")
      }
      return Judgement(
        .notable, ChangeReason("moved", "works in “\(Clause.title(place.team))” now"),
        words: "\(name) moved to “\(Clause.title(place.team))”")
    }
    let words = last.map { "\(name) leaves on \($0.last)" } ?? "\(name) left"
    return judge(handle, member, last, words, context)
  }

  private static func judge(
    _ handle: String, _ member: JSONValue?, _ last: When?, _ words: String, _ context: ChangeContext
  ) -> Judgement {
    var judgement = Judgement(.notable, words: words)
    let owned = context.head.definitions(ownedBy: handle).filter(LiveUses.isLive)
    if !owned.isEmpty {
      let days = last.flatMap { last in context.day.map { $0.days(until: last.last) } } ?? 0
      judgement.changeClass = days >= context.number("days", of: metadata) ? .risky : .breaking
      judgement.reasons.append(ChangeReason("owns", "still owns \(Clause.names(owned))"))
    }
    if let role = member?["role"]?.string, let reason = VacatedRole.reason(role, context) {
      judgement.changeClass = max(judgement.changeClass, .risky)
      judgement.reasons.append(reason)
    }
    let (old, new) = (TeamCapacity(context.before?.root), TeamCapacity(context.after?.root))
    if context.after?.root["capacity"] == nil, let day = context.day,
      let missed = TeamLoad(context).firstMissed(old, new, from: day)
    {
      judgement.changeClass = .breaking
      judgement.reasons.append(
        ChangeReason("overcommitted", "\(missed.name) no longer fits into the time left"))
    }
    return judgement
  }
}
