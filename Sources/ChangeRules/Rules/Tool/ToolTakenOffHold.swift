public import Diffing
internal import JSONSyntax

/// Tells that a tool that was on hold may be used anew.
public struct ToolTakenOffHold: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/taken-off-hold", .notable, watches: ["tool/status"],
    summary: "A tool that was on hold may be used anew.",
    why:
      "What spoke against it is settled, or forgotten: the definition should say which.",
    remedy: "Say in a note or under `evaluation` what was decided.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("It may be used again", before: held, change: #"{"status": "adopted"}"#, as: .notable),
    .left("It goes for good", before: held, change: #"{"status": "retired"}"#),
  ]

  private static let held = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "on-hold"}
    """#

  /// Looks at the state before and after.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "on-hold"),
      context.text("status", oneOf: "proposed", "evaluating", "trial", "adopted")
    else { return nil }
    return Judgement(.notable)
  }
}
