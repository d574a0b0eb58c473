public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that an initiative starts at another time.
public struct InitiativeStartMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/start-moved", .notable, watches: ["initiative/start", "initiative/notBefore"],
    summary: "An initiative that others rely on starts later or earlier.",
    why:
      "People are set free for the day of the start, and what waits for the start or has to be ready by then moves with it.",
    remedy: "Agree the new start with the teams that do the work, and check the target date against it.",
    options: [.init("shortWeeks", 4, "The notice, in weeks, below which a later start is risky.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Later, three months ahead", before: checkout, change: #"{"start": "2026-04-20"}"#, as: .notable),
    .found(
      "Later, two weeks ahead", before: checkout, change: #"{"start": "2026-04-20"}"#, as: .risky,
      day: "2026-03-18"),
    .found("After the target", before: checkout, change: #"{"start": "2026-08-01"}"#, as: .risky),
    .found("Earlier", before: checkout, change: #"{"start": "2026-03-01"}"#, as: .notable),
    .found(
      "Earlier than what it waits for", before: checkout, change: #"{"start": "2026-03-01"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "payments", "title": "Payments", "status": "committed",
         "team": "growth", "target": "2026-03-15"}
        """#
      ], as: .risky),
    .found(
      "What starts with it cannot", before: checkout, change: #"{"start": "2026-05-20"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "ads", "title": "Ads", "status": "committed", "team": "growth",
         "start": "2026-04-10", "dependsOn": [{"on": "checkout", "type": "start-start"}]}
        """#
      ], as: .breaking),
    .found(
      "Nobody relies on a candidate", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"start": "2026-04-20"}"#, as: .routine),
    .found(
      "It is over", before: checkout.replacing("committed", with: "launched"),
      change: #"{"start": "2026-04-20"}"#, as: .routine),
    .left("No start any more: the schedule finds it", before: checkout, change: #"{"start": null}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "start": "2026-04-01", "target": "2026-07-15", "dependsOn": ["payments"]}
    """#

  /// Holds the new start against the target, what it waits for and what waits for it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .dateLater || change.idiom == .dateEarlier else { return nil }
    if context.isRecord { return Judgement(.routine, .alreadyEnded) }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    if change.idiom == .dateEarlier {
      let unmet = context.unmet
      return unmet.isEmpty
        ? Judgement(.notable)
        : Judgement(.risky, unmet.reason("dependency-too-late", "before it can have"))
    }
    let broken = context.broken
    if !broken.isEmpty { return Judgement(.breaking, broken.reason("leaves-no-room", "too late for")) }
    let times = Timetable(context.after?.root, fiscalYearStart: context.context.fiscalYearStart)
    if let start = context.when(change.after), let finish = times.finish, start.first > finish.last {
      return Judgement(.risky, ChangeReason("after-target", "that is after its own target"))
    }
    guard let notice = change.facts.notice else { return Judgement(.notable) }
    if context.was("status", oneOf: "in-progress") { return Judgement(.notable) }
    return Judgement(notice < 7 * context.number("shortWeeks", of: metadata) ? .risky : .notable)
  }
}
