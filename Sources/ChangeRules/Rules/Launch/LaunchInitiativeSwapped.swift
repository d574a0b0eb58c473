public import Diffing
internal import JSONSyntax

/// Tells that another initiative is launched than was said.
public struct LaunchInitiativeSwapped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/initiative-swapped", .breaking, watches: ["launch/initiative"],
    summary: "A launch brings another initiative to the customers than was said.",
    why: "The go, the approvals and the briefings were given for something else.",
    remedy: "Open a launch of its own for the other initiative, and let everybody agree to that.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("After the go", before: launch, change: #"{"initiative": "payments"}"#, as: .breaking),
    .found(
      "Before the go", before: launch.replacing(#""go", "initiative"#, with: #""planned", "initiative"#),
      change: #"{"initiative": "payments"}"#, as: .risky),
    .left("Another date", before: launch, change: #"{"date": "2026-03-08"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "express", "title": "Checkout for everyone", "status": "go", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2}
    """#

  /// Asks whether the launch had its go.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .fieldChanged else { return nil }
    return context.hasGo
      ? Judgement(.breaking, ChangeReason("after-go", "the go was given for the other")) : Judgement(.risky)
  }
}
