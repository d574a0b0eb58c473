public import Diffing
internal import JSONSyntax

/// Tells that a definition has no owner any more.
public struct OwnerRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "ownership/owner-removed", .risky, watches: ["*/owner"],
    summary: "A definition that people rely on has no owner any more.",
    why: "Nobody answers for it: questions go unanswered, and the next slip has nobody to explain it.",
    remedy: "Name the person who takes it over in the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Work under way", before: checkout, change: #"{"owner": null}"#, as: .risky),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("in-progress", with: "idea"),
      change: #"{"owner": null}"#, as: .routine),
    .left("It is cancelled with it", before: checkout, change: #"{"owner": null, "status": "cancelled"}"#),
    .left("Another owner", before: checkout, change: #"{"owner": "@ben"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "owner": "@ana"}
    """#

  /// Weighs by where the definition stands.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.after == nil, context.stageAfter != .ended else { return nil }
    return context.stageAfter == .first ? Judgement(.routine, .notCommitted) : Judgement(.risky)
  }
}
