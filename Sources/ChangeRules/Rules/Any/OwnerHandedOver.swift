public import Diffing
internal import JSONSyntax

/// Tells that somebody else answers for a definition.
public struct OwnerHandedOver: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "ownership/owner-handed-over", .notable, watches: ["*/owner"],
    summary: "Somebody else answers for a definition than before.",
    why:
      "Those who ask and approve have to know whom to ask; with a handover goes what was never written down.",
    remedy: "Make sure that the new owner knows of it, and write down what only the old one knew.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Work under way", before: checkout, change: #"{"owner": "@ben"}"#, as: .notable),
    .found(
      "It is over", before: checkout.replacing("in-progress", with: "launched"),
      change: #"{"owner": "@ben"}"#, as: .routine),
    .found("The same person, spelt otherwise", before: checkout, change: #"{"owner": "@Ana"}"#, as: .routine),
    .left("Nobody any more", before: checkout, change: #"{"owner": null}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "owner": "@ana"}
    """#

  /// Weighs by where the definition stands; handles are compared without case.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, let old = change.before?.string, let new = change.after?.string else {
      return nil
    }
    if old.lowercased() == new.lowercased() { return Judgement(.routine, ChangeReason("same-person")) }
    switch context.stageBefore {
    case .first: return Judgement(.routine, .notCommitted)
    case .ended: return Judgement(.routine, .alreadyEnded)
    default: return Judgement(.notable)
    }
  }
}
