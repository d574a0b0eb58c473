public import Diffing
internal import JSONSyntax

/// Tells that one initiative is said to take over from another, which does not say so.
public struct SuccessionOneSided: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "succession/one-sided", .risky, watches: ["initiative/replaces", "initiative/supersededBy"],
    summary:
      "One initiative is said to take over from another, and the other does not say so, or still goes on.",
    why: "Whoever reads only the other works on, or waits for, something that has been taken over.",
    remedy: "Say it on both sides, and end the one that was taken over.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The old one does not say so", before: checkout, change: #"{"replaces": ["carts"]}"#,
      alongside: [carts], as: .risky),
    .left(
      "Both say so", before: checkout, change: #"{"replaces": ["carts"]}"#,
      alongside: [carts.replacing(#""team""#, with: #""supersededBy": ["checkout"], "team""#)]),
    .left("The other is not known here", before: checkout, change: #"{"replaces": ["carts"]}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth"}
    """#
  private static let carts = #"""
    {"kind": "initiative", "id": "carts", "title": "Carts", "status": "cancelled", "team": "growth"}
    """#

  /// Looks at the other side.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemAdded, let own = context.after?.id, let id = change.after?.string,
      let other = context.head.definition("initiative:\(id)")
    else { return nil }
    let root: JSONValue? = other.root
    let mirror =
      change.fields.first?.token == "replaces" ? root.items("supersededBy") : root.items("replaces")
    guard !mirror.contains(where: { $0.string == own }) else { return nil }
    return Judgement(.risky, ChangeReason("one-sided", "\(other.name) does not say so"))
  }
}
