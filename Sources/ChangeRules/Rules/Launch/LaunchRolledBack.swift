public import Diffing
internal import JSONSyntax

/// Tells that a launch is undone.
public struct LaunchRolledBack: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/rolled-back", .breaking, watches: ["launch/status"],
    summary: "What was launched is taken back.",
    why: "Customers lose what they were given, and every department has told them that they have it.",
    remedy:
      "Tell the teams that were briefed, say in the narrative what customers hear, and look for the cause.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("After it was out", before: launch, change: #"{"status": "rolled-back"}"#, as: .breaking),
    .left("Out again", before: launch.replacing("done", with: "rolled-back"), change: #"{"status": "done"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "done", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "rollback": {"plan": "Switch the flag off.", "owner": "@ben"}}
    """#

  /// Says whether there was a plan for it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.after?.string == "rolled-back" else { return nil }
    if context.before?.root["rollback"] == nil {
      return Judgement(.breaking, ChangeReason("no-rollback-plan", "there was no plan for going back"))
    }
    return Judgement(.breaking)
  }
}
