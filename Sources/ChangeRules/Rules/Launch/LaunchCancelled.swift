public import Diffing
internal import JSONSyntax

/// Tells that a launch does not take place.
public struct LaunchCancelled: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/cancelled", .risky, watches: ["launch/status"],
    summary: "A launch that people prepare for does not take place.",
    why: "Other departments have planned their work for it; those who were briefed may have told customers.",
    remedy: "Tell the teams that were briefed, and say in the narrative what customers hear.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nobody was briefed yet", before: launch, change: #"{"status": "cancelled"}"#, as: .risky),
    .found(
      "Sales was told", before: launch.replacing(#""planned"}"#, with: #""sent"}"#),
      change: #"{"status": "cancelled"}"#, as: .breaking),
    .left("It is held", before: launch, change: #"{"status": "held"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "express", "title": "Checkout for everyone", "status": "go", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-02-10", "status": "planned"}]}
    """#

  /// Asks who was told.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.after?.string == "cancelled", context.isComing else { return nil }
    let briefed = context.briefed
    if briefed.isEmpty { return Judgement(.risky) }
    return Judgement(
      .breaking, ChangeReason("already-briefed", "already told the date: \(Clause.list(briefed))"))
  }
}
