public import Diffing
internal import JSONSyntax

/// Tells that a promised date of an initiative moves later while it can still be kept.
public struct InitiativeSlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/slipped", .risky, watches: ["initiative/target", "initiative/milestones/*/target"],
    summary: "A date that others rely on moves later, before it has passed.",
    why:
      "Told early, a slip is a plan; told late, it is a surprise for everyone who has set their own dates by it.",
    remedy:
      "Tell the teams that are named here, and move or untie what waits for it. The earlier you say it, the less it costs.",
    options: [
      .init("shortWeeks", 4, "The notice, in weeks, below which a slip is risky."),
      .init("ampleWeeks", 13, "The notice, in weeks, from which a slip is notable, however long it is."),
      .slips,
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Two weeks before the date", before: checkout, change: #"{"target": "2026-03-31"}"#, as: .risky,
      day: "2026-02-14"),
    .found(
      "Two months before, and by more time than is left", before: checkout,
      change: #"{"target": "2026-09-30"}"#, as: .risky, day: "2026-01-02"),
    .found(
      "Two months before, by a month", before: checkout, change: #"{"target": "2026-03-31"}"#, as: .notable,
      day: "2026-01-02"),
    .found(
      "Half a year before", before: checkout, change: #"{"target": "2026-12-31"}"#, as: .notable,
      day: "2025-08-01"),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"target": "2026-03-31"}"#, as: .routine, day: "2026-02-14"),
    .found(
      "The launch stays where it is", before: checkout, change: #"{"target": "2026-06-30"}"#,
      alongside: [
        #"""
        {"kind": "launch", "id": "checkout-launch", "title": "Checkout for everyone", "status": "planned",
         "initiative": "checkout", "date": "2026-03-10", "tier": 2}
        """#
      ], as: .breaking, day: "2025-08-01"),
    .found(
      "What waits for it starts before", before: checkout, change: #"{"target": "2026-06-30"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "one-click", "title": "One click", "status": "committed",
         "team": "growth", "start": "2026-03", "dependsOn": ["checkout"]}
        """#
      ], as: .breaking, day: "2025-08-01"),
    .found(
      "Half a year before, for the third time: the history is known", before: checkout,
      change: #"{"target": "2026-12-31"}"#, as: .risky, day: "2025-08-01", slips: 3),
    .found(
      "For the third time, while the work is paused", before: checkout.replacing("committed", with: "paused"),
      change: #"{"target": "2026-12-31"}"#, as: .notable, day: "2025-08-01", slips: 3),
    .left(
      "The old date has passed", before: checkout, change: #"{"target": "2026-03-31"}"#, day: "2026-03-10"),
    .left("Earlier", before: checkout, change: #"{"target": "2026-01-31"}"#, day: "2026-01-02"),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-02-28"}
    """#

  /// Weighs by what was left of the old date, by the size of the slip, and by who set their dates by it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let isSlip = change.idiom == .promiseSlipped
    guard isSlip || change.idiom == .dateLater, change.facts.notice.map({ $0 >= 0 }) ?? true else {
      return nil
    }
    if context.isRecord || context.stageBefore == .first { return isSlip ? Judgement(.routine) : nil }
    let broken = context.broken
    if !broken.isEmpty {
      let judgement = Judgement(.breaking, broken.reason("leaves-no-room", "too late for"))
      return isSlip ? context.counted(judgement, by: metadata) : judgement
    }
    // With milestones the target only follows them.
    guard isSlip else { return nil }
    if context.stageBefore == .paused {
      return context.counted(
        Judgement(.notable, ChangeReason("paused", "the work is paused, so nobody counts on the date")),
        by: metadata, counts: false)
    }
    return context.counted(weigh(change, context), by: metadata)
  }

  /// What the notice and the size of a slip come to.
  private static func weigh(_ change: Change, _ context: ChangeContext) -> Judgement {
    guard let notice = change.facts.notice else { return Judgement(.risky) }
    if notice >= 7 * context.number("ampleWeeks", of: metadata) { return Judgement(.notable) }
    let isLong = (change.facts.days ?? 0) > notice
    if notice < 7 * context.number("shortWeeks", of: metadata) { return Judgement(.risky) }
    return isLong
      ? Judgement(.risky, ChangeReason("long-slip", "the slip is longer than the time that was left"))
      : Judgement(.notable)
  }
}
