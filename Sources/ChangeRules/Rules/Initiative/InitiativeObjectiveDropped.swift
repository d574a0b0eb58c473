public import Diffing
internal import JSONSyntax

/// Tells that promised work is no longer measured by what it was promised for.
public struct InitiativeObjectiveDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/objective-dropped", .breaking, watches: ["initiative/objectives"],
    summary: "An initiative under way serves another objective than before, or none.",
    why: "The goalposts move: work that was agreed for one effect cannot be judged by another.",
    remedy: "Have those who agreed to it agree again, and say in `decisions` why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another objective in its place", before: checkout, change: #"{"objectives": ["shop/cheaper"]}"#,
      as: .breaking),
    .found("None is left", before: checkout, change: #"{"objectives": null}"#, as: .breaking),
    .found(
      "One of two goes", before: checkout.replacing(#""shop/faster""#, with: #""shop/faster", "shop/safer""#),
      change: #"{"objectives": ["shop/faster"]}"#, as: .risky),
    .found(
      "Nothing is promised yet", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"objectives": ["shop/cheaper"]}"#, as: .routine),
    .left("One more", before: checkout, change: #"{"objectives": ["shop/faster", "shop/cheaper"]}"#),
    .left(
      "The plan has closed", before: checkout.replacing("committed", with: "launched"),
      change: #"{"objectives": ["shop/cheaper"]}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "objectives": ["shop/faster"]}
    """#

  /// Looks at what went; what came in its place belongs to it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, !change.reasons.contains(.endedWithIt) else { return nil }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    guard context.stageBefore == .live || context.stageBefore == .paused else { return nil }
    let added = context.positions(at: "objectives").filter { context.changes[$0].idiom == .itemAdded }
    if let other = added.first {
      let old = change.before?.string ?? "", new = context.changes[other].after?.string ?? ""
      return Judgement(
        .breaking, ChangeReason("goalposts-moved", "it was agreed for \(old)"),
        words: "Serves another objective: \(old) → \(new)", covers: [other])
    }
    if (context.after?.root).items("objectives").isEmpty {
      return Judgement(.breaking, ChangeReason("no-objective", "nothing says any more whether it worked"))
    }
    return Judgement(.risky)
  }
}
