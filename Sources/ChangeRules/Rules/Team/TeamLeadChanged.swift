public import Diffing
internal import JSONSyntax
internal import Workspaces

/// Tells that somebody else leads a team.
public struct TeamLeadChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/lead-changed", .notable, watches: ["team/lead"],
    summary: "Somebody else leads a team, or nobody does.",
    why:
      "Whoever needs a decision of the team asks the wrong person.",
    remedy: "Tell those who depend on the team, and see that the new lead is one of its members.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Ben takes over", before: growth, change: #"{"lead": "@ben"}"#, as: .notable),
    .found("Nobody leads", before: growth, change: #"{"lead": null}"#, as: .risky),
    .found("Somebody who is not in the team", before: growth, change: #"{"lead": "@zoe"}"#, as: .risky),
    .left(
      "The team is gone", before: growth.replacing("active", with: "disbanded"), change: #"{"lead": null}"#),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
      {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}]}
    """#

  /// Asks whether the lead is in the team.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended, let after = context.after?.root else { return nil }
    guard let lead = change.after?.string else {
      return Judgement(.risky, ChangeReason("no-lead", "nobody decides for the team"))
    }
    let isMember =
      after["members"]?.items.contains { member in
        member["id"]?.string.map { Handle.folded($0) == Handle.folded(lead) } ?? false
      } ?? false
    return isMember
      ? Judgement(.notable) : Judgement(.risky, ChangeReason("not-a-member", "\(lead) is not in the team"))
  }
}
