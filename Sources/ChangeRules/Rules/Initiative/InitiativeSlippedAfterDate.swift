public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that a promised date moves later though it had already passed.
public struct InitiativeSlippedAfterDate: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/slipped-after-date", .risky,
    watches: ["initiative/target", "initiative/milestones/*/target"],
    summary: "A date that others rely on moves later after it has passed.",
    why:
      "The promise was broken before anybody said so: whoever relied on it found out by waiting. Most slips are of this kind.",
    remedy: "Tell those who waited, and look at dates before they pass: the linter warns of them.",
    options: [.slips])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Two weeks after the date", before: checkout, change: #"{"target": "2026-03-31"}"#, as: .risky,
      day: "2026-03-14"),
    .found(
      "The new date has passed as well: the record is set right", before: checkout,
      change: #"{"target": "2026-03-05"}"#, as: .notable, day: "2026-03-14"),
    .found(
      "The new date has passed as well, and it is the second slip: the history is known", before: checkout,
      change: #"{"target": "2026-03-05"}"#, as: .risky, day: "2026-03-14", slips: 2),
    .found(
      "Nobody relies on a candidate", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"target": "2026-03-31"}"#, as: .routine, day: "2026-03-14"),
    .found(
      "It was launched in the meantime", before: checkout.replacing("committed", with: "launched"),
      change: #"{"target": "2026-03-10"}"#, as: .routine, day: "2026-03-14"),
    .found(
      "Its launch is missed as well", before: checkout, change: #"{"target": "2026-06-30"}"#,
      alongside: [
        #"""
        {"kind": "launch", "id": "checkout-launch", "title": "Checkout for everyone", "status": "planned",
         "initiative": "checkout", "date": "2026-03-20", "tier": 2}
        """#
      ], as: .breaking, day: "2026-03-14"),
    .left(
      "The date has not passed", before: checkout, change: #"{"target": "2026-03-31"}"#, day: "2026-02-14"),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-02-28"}
    """#

  /// Tells a late slip from a correction of what has been.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let isSlip = change.idiom == .promiseSlipped
    guard isSlip || change.idiom == .dateLater, let notice = change.facts.notice, notice < 0 else {
      return nil
    }
    if context.isRecord || context.stageBefore == .first { return isSlip ? Judgement(.routine) : nil }
    let broken = context.broken
    if !broken.isEmpty {
      let judgement = Judgement(.breaking, broken.reason("leaves-no-room", "too late for"))
      return isSlip ? context.counted(judgement, by: metadata) : judgement
    }
    guard isSlip else { return nil }
    if let day = context.day, let date = context.when(change.after), date.last < day {
      return context.counted(
        Judgement(.notable, ChangeReason("record-corrected", "the new date lies in the past as well")),
        by: metadata)
    }
    let isPaused = context.stageBefore == .paused
    return context.counted(Judgement(isPaused ? .notable : .risky), by: metadata, counts: !isPaused)
  }
}
