internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that notice has to be given earlier or later.
public struct ToolNoticeChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/notice-changed", .risky, watches: ["tool/contract/noticeDays"],
    summary: "The notice period of a contract changes.",
    why:
      "A longer period is a deadline that moved closer without a date having changed.",
    remedy: "Decide before the new notice day, and put it where somebody sees it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Longer", before: bound, change: #"{"contract": {"noticeDays": 90}}"#, as: .risky),
    .found(
      "So long that notice is no longer possible", before: bound,
      change: #"{"contract": {"noticeDays": 180}}"#,
      as: .breaking),
    .found("Shorter", before: bound, change: #"{"contract": {"noticeDays": 30}}"#, as: .notable),
    .left(
      "A proposal", before: bound.replacing("adopted", with: "proposed"),
      change: #"{"contract": {"noticeDays": 90}}"#),
  ]

  private static let bound = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "Chat", "status": "adopted",
     "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 60, "autoRenew": true}}
    """#

  /// Computes the notice day.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root), let old = change.before?.integer,
      let new = change.after?.integer
    else { return nil }
    if new < old { return Judgement(.notable) }
    if let lost = NoticeDay.lost(context) { return Judgement(.breaking, lost) }
    guard let day = NoticeDay(context.after?.root["contract"], context) else { return Judgement(.risky) }
    return Judgement(.risky, ChangeReason("notice-earlier", "notice has to be given by \(day.day)"))
  }
}
