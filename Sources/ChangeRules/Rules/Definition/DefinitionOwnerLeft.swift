public import Diffing
internal import JSONSyntax

/// Tells of live definitions whose owner leaves.
public struct DefinitionOwnerLeft: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "definition/owner-left", .risky,
    summary: "The owner of something under way leaves all teams; the definition itself was not edited.",
    why:
      "Nobody answers for it any more, and whoever has a question about it writes to somebody who is gone.",
    remedy: "Name the new owner.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The initiative goes on", before: growth, change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#,
      alongside: [checkout], as: .risky),
    .left(
      "It is over", before: growth, change: #"{"members": [{"id": "ben", "role": "engineer"}]}"#,
      alongside: [checkout.replacing("committed", with: "launched")]),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "owner": "@ana"}
    """#

  /// Goes from those who leave to what they own.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    var told: Set<String> = []
    return set.changes.filter {
      $0.rule == TeamMemberLeft.metadata.name && $0.fields.count > 1
        && $0.reasons.contains(ChangeReason("owns"))
    }.flatMap { cause -> [Change] in
      let handle = cause.fields[1].token
      guard told.insert(handle).inserted else { return [] }
      return set.head.definitions(ownedBy: handle).filter { LiveUses.isLive($0) && LiveUses.existed($0, set) }
        .map { owned in
          let day = cause.fields.count > 2 ? cause.after?.string : nil
          return set.affected(
            owned,
            cause: Change.Cause(
              subject: cause.subject, fields: cause.fields, rule: cause.rule, via: "/owner"),
            metadata, .risky, reasons: [],
            words: "Its owner @\(handle) \(day.map { "leaves on \($0)" } ?? "left")")
        }
    }
  }
}
