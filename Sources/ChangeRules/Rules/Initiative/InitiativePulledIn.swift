public import Diffing
internal import JSONSyntax

/// Tells that a promised date of an initiative moves earlier.
public struct InitiativePulledIn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/pulled-in", .notable, watches: ["initiative/target", "initiative/milestones/*/target"],
    summary: "A date that others rely on moves earlier.",
    why:
      "Good news only where the rest can follow: what it waits for has to be there, and those who prepare have less time.",
    remedy: "Ask the teams of what it waits for, and those who brief and launch, whether they can follow.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("By a month", before: checkout, change: #"{"target": "2026-02-28"}"#, as: .notable),
    .found(
      "Before what it waits for", before: checkout, change: #"{"target": "2026-02-28"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "payments", "title": "Payments", "status": "committed",
         "team": "growth", "target": "2026-03-15"}
        """#
      ], as: .risky),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("committed", with: "idea"),
      change: #"{"target": "2026-02-28"}"#, as: .routine),
    .left("Later", before: checkout, change: #"{"target": "2026-04-30"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-03-31", "dependsOn": ["payments"]}
    """#

  /// Asks whether what it waits for comes in time.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let isPromise = change.idiom == .promisePulledIn
    guard isPromise || change.idiom == .dateEarlier else { return nil }
    if context.isRecord || context.stageBefore == .first { return isPromise ? Judgement(.routine) : nil }
    let unmet = context.unmet
    if !unmet.isEmpty { return Judgement(.risky, unmet.reason("dependency-too-late", "before it can have")) }
    return isPromise ? Judgement(.notable) : nil
  }
}
