internal import Diagnostics
internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a team has more or less of somebody's time.
public struct TeamAllocationChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/allocation-changed", .breaking, watches: ["team/members", "team/members/*/allocation"],
    summary:
      "A team has more or less of somebody's time than before, or gets time that somebody does not have.",
    why:
      "The same hours are planned twice: one of the teams will be late, and nobody has decided which.",
    remedy: "Take the time from another team in the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "More than all of their time", before: growth,
      change: #"{"members": [{"id": "ana", "role": "product manager", "allocation": 0.8}]}"#,
      alongside: [web], as: .breaking),
    .found(
      "More", before: growth,
      change: #"{"members": [{"id": "ana", "role": "product manager", "allocation": 0.8}]}"#, as: .notable),
    .found(
      "Less, while something is promised", before: growth,
      change: #"{"members": [{"id": "ana", "role": "product manager", "allocation": 0.4}]}"#,
      alongside: [checkout], as: .risky),
    .left(
      "Somebody joins who has the time", before: growth,
      change:
        #"{"members": [{"id": "ana", "role": "product manager", "allocation": 0.5}, {"id": "ben", "role": "engineer"}]}"#
    ),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "members": [
      {"id": "ana", "role": "product manager", "allocation": 0.5}]}
    """#
  private static let web = #"""
    {"kind": "team", "id": "web", "title": "Web", "members": [
      {"id": "ana", "role": "product manager", "allocation": 0.5}]}
    """#

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "owner": "@ana"}
    """#

  /// Adds up what all teams have of the person.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended, change.fields.count >= 2,
      change.fields.count == 2 ? change.idiom == .itemAdded : change.fields[2].token == "allocation"
    else { return nil }
    let (handle, start) = (change.fields[1].token, context.day ?? .first)
    let places = context.head.memberships(of: handle)
    let load = PersonLoad.peak(places, from: start)
    if load > 1.0001, load > PersonLoad.peak(context.base.memberships(of: handle), from: start) + 0.0001 {
      let percent = Int((load * 100).rounded().clamped(to: 0...10_000))
      let reason = ChangeReason(
        "overallocated", "\(percent) % of their time in \(Enumeration.count(places.count, "team"))")
      // Who says nothing of allocations plans nothing by them.
      if places.contains(where: { $0.member["allocation"] == nil }) {
        return change.fields.count == 2 ? nil : Judgement(.risky, reason)
      }
      return Judgement(.breaking, reason)
    }
    guard change.fields.count == 3 else { return nil }
    let old = change.before?.decimal?.double ?? 1
    if (change.after?.decimal?.double ?? 1) >= old { return Judgement(.notable) }
    if context.after?.root["capacity"] != nil { return Judgement(.notable) }
    let committed = TeamLoad(context)
    let capacity = (TeamCapacity(context.before?.root), TeamCapacity(context.after?.root))
    if let missed = committed.firstMissed(capacity.0, capacity.1, from: start) {
      return Judgement(
        .breaking, ChangeReason("overcommitted", "\(missed.name) no longer fits into the time left"))
    }
    if committed.initiatives.isEmpty { return Judgement(.notable) }
    return Judgement(
      .risky, ChangeReason("committed", "promised with this team: \(Clause.names(committed.initiatives))"))
  }
}
