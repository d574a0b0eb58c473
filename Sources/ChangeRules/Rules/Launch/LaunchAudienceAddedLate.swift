public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that a team is to be told of a launch when there is hardly time left.
public struct LaunchAudienceAddedLate: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/audience-added-late", .risky, watches: ["launch/audiences"],
    summary: "A team comes to the audiences of a launch a few days before it.",
    why:
      "A team that hears of it in the last days cannot ask, train or prepare, and was forgotten until now.",
    remedy:
      "Brief it today, ask whether it can follow, and add it to the process if launches always concern it.",
    options: [.init("days", 5, "The days before the launch in which it is late.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Three days before", before: launch,
      change: #"{"audiences": [{"team": "sales", "briefing": "2026-02-28"}]}"#, as: .risky, day: "2026-02-26"),
    .left(
      "Weeks before", before: launch, change: #"{"audiences": [{"team": "sales", "briefing": "2026-02-28"}]}"#
    ),
    .left(
      "It is out", before: launch.replacing("planned", with: "done"),
      change: #"{"audiences": [{"team": "sales", "briefing": "2026-02-28"}]}"#, day: "2026-02-26"),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2}
    """#

  /// Counts the days to the launch.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemAdded, change.fields.count == 2, context.isComing,
      let left = context.days(to: context.after?.root["date"]), left < context.number("days", of: metadata)
    else { return nil }
    let when = left >= 0 ? "\(DayDistance.words(left)) before the launch" : "after the day of the launch"
    return Judgement(.risky, ChangeReason("short-notice-for-team", when))
  }
}
