public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that a team is briefed on another day.
public struct LaunchBriefingMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/briefing-moved", .notable, watches: ["launch/audiences/*/briefing"],
    summary: "A team is briefed later or earlier than was said.",
    why: "A briefing in the last days leaves no time to ask; one after the launch is none.",
    remedy: "Brief some days before the launch, or move the launch.",
    options: [.init("days", 5, "How many days before the launch a team has to be briefed.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Later, and in time", before: launch, change: briefing("2026-02-16"), as: .notable),
    .found("Later, two days before the launch", before: launch, change: briefing("2026-02-27"), as: .risky),
    .found("Earlier", before: launch, change: briefing("2026-02-02"), as: .notable),
    .found(
      "It is out: the record is set right", before: launch.replacing("planned", with: "done"),
      change: briefing("2026-02-11"), as: .routine),
    .left(
      "Another channel", before: launch,
      change: #"{"audiences": [{"team": "sales", "briefing": "2026-02-10", "channel": "Team meeting"}]}"#),
  ]

  private static func briefing(_ day: String) -> String {
    #"{"audiences": [{"team": "sales", "briefing": "\#(day)"}]}"#
  }
  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-02-10"}]}
    """#

  /// Holds the new day against that of the launch.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = context.when(change.before), let new = context.when(change.after), old != new else {
      return nil
    }
    guard context.isComing else { return Judgement(.routine) }
    let days = old.last.days(until: new.last)
    let words = "\(days > 0 ? "later" : "earlier")"
    let team = change.fields.count > 1 ? change.fields[1].label : ""
    let sentence =
      "Briefing of \(team) moved \(DayDistance.words(days)) \(words) (\(change.before?.string ?? "") → "
      + "\(change.after?.string ?? ""))"
    guard days > 0, let launch = context.when(context.after?.root["date"]) else {
      return Judgement(.notable, words: sentence)
    }
    let left = new.last.days(until: launch.last)
    guard left < context.number("days", of: metadata) else { return Judgement(.notable, words: sentence) }
    let text = left < 0 ? "that is after the launch" : "that is \(DayDistance.words(left)) before the launch"
    return Judgement(.risky, ChangeReason("briefing-too-late", text), words: sentence)
  }
}
