public import Diffing
internal import JSONSyntax

/// Tells that people believe less in promised work than before.
public struct InitiativeConfidenceFell: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/confidence-fell", .notable, watches: ["initiative/confidence", "initiative/rice/confidence"],
    summary: "The confidence in an initiative's effect falls.",
    why:
      "Doubt that is written down is the cheapest warning there is: the work may still be stopped or tested first.",
    remedy: "Ask what was learned, cite it as evidence, and decide whether to go on.",
    options: [.init("percent", 50, "The confidence, in percent, below which promised work is risky.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A little", before: checkout, change: #"{"confidence": 0.7}"#, as: .notable),
    .found("Below one half", before: checkout, change: #"{"confidence": 0.4}"#, as: .risky),
    .found(
      "Nothing is promised yet", before: checkout.replacing("committed", with: "idea"),
      change: #"{"confidence": 0.4}"#, as: .routine),
    .left("It rises", before: checkout, change: #"{"confidence": 0.9}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "confidence": 0.8}
    """#

  /// Compares the two numbers, and the new one with what a promise needs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = change.before?.decimal, let new = change.after?.decimal, new < old, !context.isRecord
    else { return nil }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    let isLow = new.double * 100 < Double(context.number("percent", of: metadata))
    return isLow
      ? Judgement(.risky, ChangeReason("low-confidence", "too little for a promise"))
      : Judgement(.notable)
  }
}
