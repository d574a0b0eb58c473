public import Diffing
internal import JSONSyntax

/// Tells that a launch waits.
public struct LaunchHeld: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/held", .notable, watches: ["launch/status"],
    summary: "A launch is held: it has no day until somebody says so.",
    why:
      "Holding in time is what a go is for, but those who were told the day have to hear that it does not hold.",
    remedy: "Tell the teams that are named here, and say what has to be true before it goes on.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("After the go", before: launch, change: #"{"status": "held"}"#, as: .notable),
    .left("It is done", before: launch, change: #"{"status": "done"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "express", "title": "Checkout for everyone", "status": "go", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-02-10", "status": "sent"}]}
    """#

  /// Names who was told.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.after?.string == "held" else { return nil }
    let briefed = context.briefed
    if briefed.isEmpty { return Judgement(.notable) }
    return Judgement(
      .notable, ChangeReason("already-briefed", "already told the date: \(Clause.list(briefed))"))
  }
}
