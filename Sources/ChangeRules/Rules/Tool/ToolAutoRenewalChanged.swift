internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that doing nothing about a contract means something else.
public struct ToolAutoRenewalChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/auto-renewal-changed", .risky, watches: ["tool/contract/autoRenew"],
    summary: "A contract begins to renew by itself, or ceases to.",
    why:
      "From now on doing nothing is a decision: to pay for another term, or to lose the tool.",
    remedy: "Write down under `contract.decision` what is wanted at the next renewal.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It renews by itself from now on", before: bound.replacing("true", with: "false"),
      change: #"{"contract": {"autoRenew": true}}"#, as: .risky),
    .found(
      "It ends by itself from now on", before: bound, change: #"{"contract": {"autoRenew": false}}"#,
      as: .notable),
    .left(
      "A proposal", before: bound.replacing("adopted", with: "proposed"),
      change: #"{"contract": {"autoRenew": false}}"#),
  ]

  private static let bound = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "Chat", "status": "adopted",
     "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 60, "autoRenew": true}}
    """#

  /// Tells what doing nothing means from now on.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root) else { return nil }
    if change.after?.bool == true {
      if let lost = NoticeDay.lost(context) { return Judgement(.breaking, lost) }
      let day = NoticeDay(context.after?.root["contract"], context)
      let text =
        day.map { "it goes on unless notice is given by \($0.day)" } ?? "it goes on unless somebody cancels"
      return Judgement(.risky, ChangeReason("renews-by-itself", text))
    }
    let renews = context.after?.root["contract"]?["renews"]?.string ?? "the renewal date"
    return Judgement(
      .notable, ChangeReason("ends-by-itself", "it ends on \(renews) unless somebody renews it"))
  }
}
