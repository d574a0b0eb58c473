public import Diffing
internal import JSONSyntax

/// Tells that a promised date of an initiative is taken back without another in its place.
public struct InitiativeDateDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/date-dropped", .risky,
    watches: ["initiative/target", "initiative/milestones/*/target", "initiative/milestones/*"],
    summary: "A date that others rely on is taken back, and no other is given.",
    why: "Those who counted on the day cannot plan any more: no date is a longer slip than any other.",
    remedy:
      "Say a vaguer date that you believe in, such as a quarter, or tell those who relied on it why there is none."
  )

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("The target goes", before: checkout, change: #"{"target": null}"#, as: .risky),
    .found(
      "A milestone goes with its date", before: stages,
      change: #"{"milestones": [{"id": "beta", "target": "2026-03-31"}]}"#, as: .risky),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("committed", with: "idea"),
      change: #"{"target": null}"#, as: .routine),
    .found(
      "It is paused", before: checkout, change: #"{"status": "paused", "target": null}"#, as: .notable),
    .left(
      "It is cancelled, and its date goes with it", before: checkout,
      change: #"{"status": "cancelled", "target": null}"#),
    .left(
      "A milestone that was reached is cleared away",
      before: stages.replacing(#""id": "alpha","#, with: #""id": "alpha", "status": "done","#),
      change: #"{"milestones": [{"id": "beta", "target": "2026-03-31"}]}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-03-31"}
    """#
  private static let stages = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "milestones": [{"id": "alpha", "target": "2026-02-28"}, {"id": "beta", "target": "2026-03-31"}]}
    """#

  /// Looks at dates that went alone and at milestones that went with their date.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let isItem = change.idiom == .itemRemoved && !change.facts.promises.isEmpty
    guard isItem || change.idiom == .promiseDropped, !change.reasons.contains(.endedWithIt),
      !context.isRecord
    else { return nil }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    if context.stageAfter == .paused {
      return Judgement(.notable, ChangeReason("paused", "the work is paused, so nobody counts on the date"))
    }
    return context.waitingReason.map { Judgement(.risky, $0) } ?? Judgement(.risky)
  }
}
