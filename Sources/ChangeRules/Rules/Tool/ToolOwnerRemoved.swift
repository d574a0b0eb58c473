public import Diffing
internal import JSONSyntax

/// Tells that nobody answers for a tool any more.
public struct ToolOwnerRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/owner-removed", .risky, watches: ["tool/owner"],
    summary: "Nobody answers for a tool in use any more.",
    why:
      "Renewals happen by themselves, questions go nowhere, and nobody notices when the tool gets worse.",
    remedy: "Name the person who takes over in the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("The owner is gone", before: owned, change: #"{"owner": null}"#, as: .risky),
    .left("Somebody takes over", before: owned, change: #"{"owner": "@ben"}"#),
  ]

  private static let owned = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "owner": "@ana"}
    """#

  /// Asks whether somebody takes over.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.after == nil, ToolUses.isInUse(context.before?.root), ToolUses.isInUse(context.after?.root)
    else {
      return nil
    }
    if let renews = context.after?.root["contract"]?["renews"]?.string {
      return Judgement(.risky, ChangeReason("no-owner", "nobody decides about the renewal on \(renews)"))
    }
    return Judgement(.risky, ChangeReason("no-owner", "nobody is named in their place"))
  }
}
