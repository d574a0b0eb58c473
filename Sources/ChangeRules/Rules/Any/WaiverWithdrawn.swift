public import Diffing
internal import JSONSyntax

/// Tells that a rule holds again, or will hold sooner.
public struct WaiverWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "waiver/withdrawn", .routine, watches: ["*/waivers"],
    summary: "A waiver goes, gets an end, or ends sooner than was agreed.",
    why: "The rule speaks up again where it still has something to say; nobody else has to do anything.",
    remedy: "Nothing, unless the linter now objects.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("It goes", before: checkout, change: #"{"waivers": null}"#, as: .routine),
    .found("It ends sooner", before: checkout, change: waiver(#", "until": "2026-03-31""#), as: .routine),
    .left("It ends later", before: checkout, change: waiver(#", "until": "2026-12-31""#)),
  ]

  private static func waiver(_ more: String) -> String {
    #"{"waivers": [{"rule": "initiative/no-objective", "reason": "The law demands it."\#(more)}]}"#
  }
  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "waivers": [{"rule": "initiative/no-objective", "reason": "The law demands it.", "until": "2026-06-30"}]}
    """#

  /// What `waiver/extended` leaves of the ends, and what went.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    if change.idiom == .itemRemoved, change.fields.count == 2 { return Judgement(.routine) }
    guard change.fields.last?.token == "until", change.after != nil else { return nil }
    return Judgement(.routine)
  }
}
