public import Diffing
internal import JSONSyntax

/// Tells that a rule is set aside for a definition.
public struct WaiverAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "waiver/added", .notable, watches: ["*/waivers"],
    summary: "A rule is knowingly set aside for a definition.",
    why:
      "A waiver silences a warning for everybody; without an end, or without somebody who agreed, it stays for ever.",
    remedy: "Give it an end (`until`) and say who agreed (`approvedBy`).")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "With an end and an approver", before: checkout,
      change: waiver(#", "until": "2026-06-30", "approvedBy": "@dana""#), as: .notable),
    .found("Without an end", before: checkout, change: waiver(#", "approvedBy": "@dana""#), as: .risky),
    .found(
      "Approved by its owner alone", before: checkout,
      change: waiver(#", "until": "2026-06-30", "approvedBy": "@ana""#), as: .risky),
    .left(
      "No waiver any more", before: ChangeExample.after(checkout, waiver("")), change: #"{"waivers": null}"#),
  ]

  private static func waiver(_ more: String) -> String {
    #"{"waivers": [{"rule": "initiative/no-objective", "reason": "The law demands it."\#(more)}]}"#
  }
  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "owner": "@ana"}
    """#

  /// Asks for its end and for who agreed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemAdded, change.fields.count == 2, let waiver = change.after else { return nil }
    if waiver["until"] == nil {
      return Judgement(.risky, ChangeReason("no-end", "it has no end"))
    }
    let approver = waiver["approvedBy"]?.string?.lowercased()
    if let approver, approver == context.text("owner")?.lowercased() {
      return Judgement(.risky, ChangeReason("self-approved", "only the owner agreed to it"))
    }
    return Judgement(.notable)
  }
}
