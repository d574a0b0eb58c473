public import Diffing
internal import JSONSyntax

/// Tells that promised work loses what spoke for it.
public struct InitiativeEvidenceRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/evidence-removed", .risky, watches: ["initiative/evidence"],
    summary: "An initiative under way no longer cites an insight, a study or an experiment.",
    why: "What it was agreed on turned out wrong or was forgotten; either is a reason to look at it again.",
    remedy: "Say in `decisions` what became of the evidence, and whether the work still makes sense.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nothing is left", before: checkout, change: #"{"evidence": null}"#, as: .risky),
    .found(
      "Other evidence in its place", before: checkout, change: #"{"evidence": ["study:carts"]}"#, as: .notable
    ),
    .found(
      "Nothing is promised yet", before: checkout.replacing("in-progress", with: "idea"),
      change: #"{"evidence": null}"#, as: .routine),
    .left(
      "More evidence", before: checkout, change: #"{"evidence": ["insight:guests-leave", "study:carts"]}"#),
    .found(
      "It is over", before: checkout.replacing("in-progress", with: "launched"),
      change: #"{"evidence": null}"#, as: .routine),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "evidence": ["insight:guests-leave"]}
    """#

  /// Looks at what is left and what came instead.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, !change.reasons.contains(.endedWithIt) else { return nil }
    if context.isRecord { return Judgement(.routine, .alreadyEnded) }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    let left = (context.after?.root).items("evidence")
    if left.isEmpty {
      return Judgement(.risky, ChangeReason("no-evidence", "nothing speaks for it any more"))
    }
    let isReplaced = context.positions(at: "evidence").contains { context.changes[$0].idiom == .itemAdded }
    return isReplaced
      ? Judgement(.notable, ChangeReason("other-evidence", "other evidence was added at once"))
      : Judgement(.risky)
  }
}
