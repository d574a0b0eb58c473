public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that a launch comes earlier.
public struct LaunchPulledIn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/pulled-in", .risky, watches: ["launch/date"],
    summary: "A launch moves to an earlier date.",
    why: "Everybody who prepares has less time than was agreed, and briefings may now come too late.",
    remedy: "Move the briefings and steps that are named here, and ask those who do them whether they can.",
    options: [.init("briefingDays", 5, "How many days before the launch a team has to be briefed.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("The briefing now comes after it", before: launch, change: #"{"date": "2026-02-08"}"#, as: .risky),
    .found(
      "It is out: the record is set right", before: launch.replacing("planned", with: "done"),
      change: #"{"date": "2026-02-27"}"#, as: .routine),
    .left("Later", before: launch, change: #"{"date": "2026-04-15"}"#),
    .left(
      "The same quarter, said more exactly", before: launch.replacing("2026-03-01", with: "2026-Q1"),
      change: #"{"date": "2026-02-15"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-02-10"}],
     "checklist": [{"step": "note", "status": "open", "due": "2026-02-20"}]}
    """#

  /// Names the briefings and open steps that now come too late.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .promisePulledIn else { return nil }
    guard context.isComing else { return Judgement(.routine) }
    guard let date = context.when(change.after) else { return Judgement(.risky) }
    let last = date.last.advanced(by: -context.number("briefingDays", of: metadata))
    let root = context.after?.root
    let briefings = root.items("audiences").compactMap { audience -> String? in
      guard let on = context.when(audience["briefing"]), on.last > last,
        !["sent", "acknowledged"].contains(audience["status"]?.string)
      else { return nil }
      return audience["team"]?.string.map { "the briefing of \($0)" }
    }
    let steps = root.items("checklist").compactMap { item -> String? in
      guard let due = context.when(item["due"]), due.last > date.last,
        ["open", "in-progress"].contains(item["status"]?.string)
      else { return nil }
      return item["step"]?.string.map { "step \($0)" }
    }
    let late = briefings + steps
    let covered = context.briefingsMovedAlong(
      later: false, days: context.number("briefingDays", of: metadata))
    if late.isEmpty { return Judgement(.risky, covers: covered) }
    return Judgement(
      .risky, ChangeReason("preparation-too-late", "now too late: \(Clause.list(late))"),
      covers: covered)
  }
}
