public import Diffing
internal import JSONSyntax

/// Tells of launches whose initiative will not be ready.
public struct LaunchInitiativeSlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/initiative-slipped", .risky,
    summary: "The initiative of a launch moved behind the launch's date; the launch itself was not edited.",
    why: "Everybody prepares for a day on which there will be nothing to launch.",
    remedy: "Move the launch in the same change, or launch the part that is ready.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It is ready a month after the launch", before: checkout, change: #"{"target": "2026-04-10"}"#,
      alongside: [launch], as: .risky),
    .left(
      "It is still ready in time", before: checkout, change: #"{"target": "2026-03-05"}"#, alongside: [launch]
    ),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-02-28"}
    """#
  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-10", "tier": 2}
    """#

  /// Goes from slips that leave no room to the launches.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    DateConsequence.all(in: set, of: "launch").map { cause, referrer in
      set.affected(
        referrer, by: cause, metadata, .risky,
        words: "Its initiative “\(cause.subject.title)” (\(cause.subject.id)) will not be ready by its date")
    }
  }
}
