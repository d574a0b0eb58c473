public import Diffing
internal import JSONSyntax

/// Tells that more is left to do than at the last estimate.
public struct InitiativeRemainingGrew: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/remaining-grew", .notable, watches: ["initiative/progress"],
    summary: "The work that is left becomes more although time has passed.",
    why: "It is the earliest sign of a slip: the date still stands, and the work no longer fits before it.",
    remedy: "Compute the date anew from what is left, and move it now rather than when it has passed.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "More is left than a month ago", before: checkout,
      change: #"{"progress": {"remaining": 5, "asOf": "2026-01-14"}}"#, as: .notable),
    .left(
      "Less is left", before: checkout, change: #"{"progress": {"remaining": 2, "asOf": "2026-01-14"}}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "progress": {"remaining": 3, "asOf": "2025-12-14"}}
    """#

  /// Compares what is left on both sides; the new day of the estimate belongs to it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let (old, new) = (context.before?.root["progress"], context.after?.root["progress"])
    guard !context.isRecord, let was = EffortSize.likely(old?["remaining"]),
      let left = EffortSize.likely(new?["remaining"]), left > was
    else { return nil }
    return Judgement(.notable, covers: context.positions(at: "progress"))
  }
}
