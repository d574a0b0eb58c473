public import Diffing
internal import JSONSyntax

/// Tells that a team is no longer to be told of a launch.
public struct LaunchAudienceRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/audience-removed", .risky, watches: ["launch/audiences"],
    summary: "A team that was to be briefed is taken from the audiences of a coming launch.",
    why: "Those who are missing hear of it from customers.",
    remedy: "Put the team back, or make sure that it does not need to know.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("It was not briefed yet", before: launch, change: #"{"audiences": null}"#, as: .risky),
    .found(
      "It was briefed, and now hears nothing more",
      before: launch.replacing(#""2026-02-10""#, with: #""2026-02-10", "status": "sent""#),
      change: #"{"audiences": null}"#, as: .notable),
    .left(
      "One team more", before: launch,
      change:
        #"{"audiences": [{"team": "sales", "briefing": "2026-02-10"}, {"team": "support", "briefing": "2026-02-10"}]}"#
    ),
    .found(
      "It is out", before: launch.replacing("planned", with: "done"), change: #"{"audiences": null}"#,
      as: .routine),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-02-10"}]}
    """#

  /// Asks whether the team was told before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, change.fields.count == 2,
      !change.reasons.contains(.endedWithIt)
    else { return nil }
    if !context.isComing { return Judgement(.routine, .alreadyEnded) }
    let wasTold = ["sent", "acknowledged"].contains(change.before?["status"]?.string)
    return wasTold
      ? Judgement(.notable, ChangeReason("already-briefed", "it has been told")) : Judgement(.risky)
  }
}
