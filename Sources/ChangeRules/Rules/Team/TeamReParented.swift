public import Diffing
internal import JSONSyntax

/// Tells that a team belongs to another part of the company.
public struct TeamReParented: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/re-parented", .notable, watches: ["team/parent"],
    summary: "A team belongs under another one than before.",
    why:
      "Somebody else decides about its people and its priorities.",
    remedy: "Tell those who work with the team whom to ask now.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "To another area", before: web, change: #"{"parent": "platform"}"#,
      alongside: [product, product.replacing(#""product""#, with: #""platform""#)], as: .notable),
    .found(
      "Its area was given up", before: web, change: #"{"parent": "platform"}"#, others: [(product, nil)],
      as: .routine),
    .left(
      "The team is gone", before: web.replacing("active", with: "disbanded"),
      change: #"{"parent": "platform"}"#),
  ]

  private static let web = #"""
    {"kind": "team", "id": "web", "title": "Web", "status": "active", "members": [], "parent": "product"}
    """#
  private static let product = #"""
    {"kind": "team", "id": "product", "title": "Area", "members": []}
    """#

  /// Asks what became of the old parent.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended else { return nil }
    guard let old = change.before?.string.map({ "team:\($0)" }), let parent = context.base.definition(old)
    else {
      return Judgement(.notable)
    }
    let isGone = context.head.definition(old).map { !LiveUses.isLive($0) } ?? true
    guard isGone, LiveUses.isLive(parent), change.after != nil else { return Judgement(.notable) }
    return Judgement(
      .routine, ChangeReason("parent-dissolved", "“\(Clause.title(parent))” was dissolved in the same step"))
  }
}
