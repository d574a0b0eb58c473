internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a rule stays set aside for longer.
public struct WaiverExtended: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "waiver/extended", .risky, watches: ["*/waivers/*/until"],
    summary: "A waiver ends later than was agreed, or never.",
    why: "The exception becomes the rule: what was to be mended by its end has not been mended.",
    remedy: "Mend what the rule objects to, or let those who agreed to the waiver agree again.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Half a year more", before: checkout, change: waiver(#", "until": "2026-12-31""#), as: .risky),
    .found("No end any more", before: checkout, change: waiver(""), as: .risky),
    .left("An earlier end", before: checkout, change: waiver(#", "until": "2026-03-31""#)),
  ]

  private static func waiver(_ more: String) -> String {
    #"{"waivers": [{"rule": "initiative/no-objective", "reason": "The law demands it."\#(more)}]}"#
  }
  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "waivers": [{"rule": "initiative/no-objective", "reason": "The law demands it.", "until": "2026-06-30"}]}
    """#

  /// Compares the two ends.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = context.when(change.before), change.fields.count > 1 else { return nil }
    guard let new = context.when(change.after) else { return Judgement(.risky) }
    guard new.last > old.last else { return nil }
    let size = DayDistance.words(old.last.days(until: new.last))
    return Judgement(
      .risky,
      words: "Waiver of \(change.fields[1].token) extended by \(size) (\(old.last) → \(new.last))")
  }
}
