public import Diffing
internal import JSONSyntax

/// Tells that somebody has another role.
public struct TeamRoleVacated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/role-vacated", .risky, watches: ["team/members/*/role"],
    summary: "Somebody in a team has another role than before.",
    why:
      "Where nobody has the old role any more, the steps of processes that ask for it are done by chance.",
    remedy: "Find somebody for the old role, or give its steps to a role that people have.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A process needs the old one", before: growth,
      change: #"{"members": [{"id": "ana", "role": "head of product"}, {"id": "ben", "role": "engineer"}]}"#,
      alongside: [process], as: .risky),
    .found(
      "Nobody needs the old one", before: growth,
      change: #"{"members": [{"id": "ana", "role": "head of product"}, {"id": "ben", "role": "engineer"}]}"#,
      as: .notable),
    .left(
      "The name is corrected", before: growth,
      change:
        #"{"members": [{"id": "ana", "name": "Ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}"#
    ),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  private static let process = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "product manager"}]}
    """#

  /// Asks whether anybody has the old role, and who needs it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended else { return nil }
    guard let old = change.before?.string, let reason = VacatedRole.reason(old, context) else {
      return Judgement(.notable)
    }
    return Judgement(.risky, reason)
  }
}
