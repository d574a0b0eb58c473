public import Diffing
internal import JSONSyntax

/// Tells that another role answers for a step.
public struct ProcessAccountableChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/accountable-changed", .notable, watches: ["process/steps/*/accountable"],
    summary: "Another role answers for a step of a followed process.",
    why:
      "The ones have to learn that they are asked, the others that they need not; and a role that nobody has does nothing.",
    remedy: "Tell both, and write the role as it stands in the teams.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Somebody has the role", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "engineer"}]}"#,
      alongside: [team], as: .notable),
    .found(
      "Nobody has the role", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "release manager"}]}"#,
      alongside: [team],
      as: .risky),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "engineer"}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}]}
    """#
  private static let team = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "Engineer"}]}
    """#

  /// Asks whether somebody has the new role.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, let role = change.after?.string else {
      return nil
    }
    guard context.head.isHeld(role: role) == false else { return Judgement(.notable) }
    return Judgement(.risky, ChangeReason("role-unfilled", "nobody in any team is a \(role)"))
  }
}
