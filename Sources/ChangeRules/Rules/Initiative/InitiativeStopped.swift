public import Diffing
internal import JSONSyntax

/// Tells that work is paused or cancelled.
public struct InitiativeStopped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/stopped", .breaking, watches: ["initiative/status"],
    summary: "An initiative is paused or cancelled.",
    why: "What waits for it has no date any more, and nobody tells the teams that planned with it.",
    remedy: "Untie what waits for it, move its launches, and tell the teams that are named here.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Promised work waits for it", before: checkout, change: #"{"status": "cancelled"}"#,
      alongside: [oneClick], as: .breaking),
    .found(
      "Paused, and promised work waits for it", before: checkout, change: #"{"status": "paused"}"#,
      alongside: [oneClick], as: .breaking),
    .found("Nobody waits for it", before: checkout, change: #"{"status": "cancelled"}"#, as: .notable),
    .found(
      "It was an idea", before: checkout.replacing("committed", with: "idea"),
      change: #"{"status": "cancelled"}"#, as: .routine),
    .left("It goes on", before: checkout, change: #"{"status": "in-progress"}"#),
    .left(
      "It was launched long ago", before: checkout.replacing("committed", with: "launched"),
      change: #"{"status": "cancelled"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth"}
    """#
  private static let oneClick = #"""
    {"kind": "initiative", "id": "one-click", "title": "One click", "status": "committed",
     "team": "growth", "dependsOn": ["checkout"]}
    """#

  /// Asks who waits for it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, context.text("status", oneOf: "paused", "cancelled"),
      context.stageBefore != .ended
    else { return nil }
    if let reason = context.waitingReason { return Judgement(.breaking, reason) }
    return Judgement(context.stageBefore == .first ? .routine : .notable)
  }
}
