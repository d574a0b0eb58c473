public import Diffing
internal import JSONSyntax

/// Tells that a team is no more, and where its people went.
public struct TeamDissolved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/dissolved", .breaking, watches: ["team", "team/status"],
    summary: "A team is disbanded or removed: merged into another, split up, or given up.",
    why:
      "What it promised, answered for or was told goes to nobody until somebody writes down who took it over.",
    remedy: "Put the team that takes over into what is named here, in the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Its work still names it", before: growth, change: #"{"status": "disbanded"}"#, alongside: [checkout],
      as: .breaking),
    .found(
      "Merged into another", before: growth, change: nil,
      others: [
        (
          web,
          #"{"members": [{"id": "zoe", "role": "engineer"}, {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}"#
        )
      ], as: .notable),
    .found(
      "Everybody is gone", before: growth, change: #"{"status": "disbanded", "members": []}"#, as: .risky),
    .left("It goes on", before: growth, change: #"{"channel": "growth"}"#),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#
  private static let web = #"""
    {"kind": "team", "id": "web", "title": "Web", "status": "active", "members": [{"id": "zoe", "role": "engineer"}]}
    """#

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "owner": "@ana"}
    """#

  /// Looks for its people in other teams, and for what still names it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let isRemoved = change.idiom == .definitionRemoved
    guard
      isRemoved && !context.was("status", oneOf: "disbanded") || context.text("status", oneOf: "disbanded"),
      change.idiom != .definitionAdded, let before = context.before
    else { return nil }
    let handles = before.root["members"]?.items.compactMap { $0["id"]?.string } ?? []
    var arrivals: [(name: String, count: Int)] = []
    var gone: Set<String> = []
    for handle in handles {
      guard let team = context.head.memberships(of: handle).first(where: { $0.team.id != before.id })?.team
      else {
        gone.insert(handle)
        continue
      }
      let name = "“\(Clause.title(team))”"
      if let place = arrivals.firstIndex(where: { $0.name == name }) {
        arrivals[place].count += 1
      } else {
        arrivals.append((name, 1))
      }
    }
    let covered =
      context.positions(at: "members", "*").filter {
        let change = context.changes[$0]
        let isLeaving = change.idiom == .itemRemoved || change.fields.last?.token == "to"
        return isLeaving && !gone.contains(change.fields[1].token)
      } + context.clearedAway.filter { context.changes[$0].fields.first?.token != "members" }
    let users = LiveUses.referrers(of: before.name, in: context.head).filter {
      $0.field != "parent" && $0.field != "feedback"
    }
    .map(\.version)
    let what =
      arrivals.count == 1 && gone.isEmpty
      ? "Merged into \(arrivals[0].name)" : isRemoved ? "Removed" : "Disbanded"
    let where_ =
      arrivals.count == 1 && gone.isEmpty
      ? "" : arrivals.isEmpty ? "" : ": " + Clause.list(arrivals.map { "\($0.count) to \($0.name)" })
    var judgement = Judgement(
      arrivals.isEmpty && !handles.isEmpty ? .risky : .notable, words: what + where_, covers: covered)
    if !users.isEmpty {
      judgement.changeClass = .breaking
      judgement.reasons.append(
        ChangeReason("still-named", "\(Clause.names(users)) still \(users.count == 1 ? "names" : "name") it"))
    } else if arrivals.isEmpty, !handles.isEmpty, !context.isAlone {
      judgement.reasons.append(ChangeReason("people-gone", "its people are in no other team"))
    }
    if isRemoved {
      judgement.changeClass = max(
        judgement.changeClass, change.reasons.contains(.stillReferenced) ? .breaking : .notable)
    }
    return judgement
  }
}
