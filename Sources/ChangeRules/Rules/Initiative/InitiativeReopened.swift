public import Diffing
internal import JSONSyntax

/// Tells that work that was over begins again.
public struct InitiativeReopened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/reopened", .risky, watches: ["initiative/status"],
    summary: "An initiative that was launched or cancelled is open again.",
    why:
      "What was told as done is not: customers, launches and the next piece of work may already build on it, and people are needed again.",
    remedy: "Say in `decisions` why, give it dates again, and tell those who were told that it was done.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It was launched, and is not finished after all", before: checkout,
      change: #"{"status": "in-progress"}"#, as: .risky),
    .found(
      "What was cancelled is taken up again", before: checkout.replacing("launched", with: "cancelled"),
      change: #"{"status": "candidate"}"#, as: .notable),
    .left(
      "What was paused goes on", before: checkout.replacing("launched", with: "paused"),
      change: #"{"status": "in-progress"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "launched", "team": "growth"}
    """#

  /// Looks at where it comes from.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, context.stageBefore == .ended else { return nil }
    switch context.stageAfter {
    case .first, .live, .paused:
      return Judgement(context.was("status", oneOf: "launched") ? .risky : .notable)
    default: return nil
    }
  }
}
