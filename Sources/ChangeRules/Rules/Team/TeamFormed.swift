public import Diffing
internal import JSONSyntax

/// Tells that there is a new team, and where its people come from.
public struct TeamFormed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/formed", .notable, watches: ["team", "team/status"],
    summary: "A team is new, or back, with people from other teams.",
    why:
      "Work, decisions and knowledge moved with the people; others have to know whom to ask now.",
    remedy: "Say what the team takes over, and tell those who depended on the old one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Split off", before: nil,
      change:
        #"{"kind": "team", "id": "web", "title": "Web", "members": [{"id": "ana", "role": "product manager"}]}"#,
      others: [(growth, #"{"members": [{"id": "ben", "role": "engineer"}]}"#)], as: .notable),
    .found(
      "Back", before: growth.replacing("active", with: "disbanded"), change: #"{"status": "active"}"#,
      as: .notable),
    .left(
      "With new people", before: nil,
      change:
        #"{"kind": "team", "id": "web", "title": "Web", "members": [{"id": "cem", "role": "engineer"}]}"#),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  /// Looks for its people in the teams of before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    if context.was("status", oneOf: "disbanded") {
      return change.fields.isEmpty || context.stageAfter == .ended ? nil : Judgement(.notable)
    }
    guard change.idiom == .definitionAdded, let after = context.after else { return nil }
    var origins: [(name: String, count: Int)] = []
    for member in after.root["members"].map({ Array($0.items) }) ?? [] {
      guard let handle = member["id"]?.string, let team = context.base.memberships(of: handle).first?.team
      else { continue }
      let name = "“\(Clause.title(team))”"
      if let place = origins.firstIndex(where: { $0.name == name }) {
        origins[place].count += 1
      } else {
        origins.append((name, 1))
      }
    }
    if origins.isEmpty { return nil }
    return Judgement(
      .notable, words: "New team, with \(Clause.list(origins.map { "\($0.count) from \($0.name)" }))")
  }
}
