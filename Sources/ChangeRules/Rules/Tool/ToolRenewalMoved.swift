internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a contract renews on another day.
public struct ToolRenewalMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/renewal-moved", .risky, watches: ["tool/contract/renews"],
    summary: "A contract renews earlier, or binds for longer, than was written down.",
    why:
      "The notice day moves with it: who planned to cancel may be too late without noticing.",
    remedy: "Compute the new notice day, and decide before it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Earlier", before: bound, change: #"{"contract": {"renews": "2026-06-01"}}"#, as: .risky),
    .found(
      "So early that notice is no longer possible", before: bound,
      change: #"{"contract": {"renews": "2026-03-01"}}"#, as: .breaking),
    .found("Later", before: bound, change: #"{"contract": {"renews": "2026-10-01"}}"#, as: .notable),
    .left(
      "It has renewed", before: bound, change: #"{"contract": {"renews": "2027-07-01"}}"#, day: "2026-07-02"),
  ]

  private static let bound = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "Chat", "status": "adopted",
     "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 60, "autoRenew": true}}
    """#

  /// Computes the notice day.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, let move = DateMove(change, context) else { return nil }
    if move.isLater { return move.isAfterwards ? nil : Judgement(.notable) }
    if let lost = NoticeDay.lost(context) { return Judgement(.breaking, lost) }
    guard let day = NoticeDay(context.after?.root["contract"], context) else { return Judgement(.risky) }
    return Judgement(.risky, ChangeReason("notice-earlier", "notice has to be given by \(day.day)"))
  }
}
