public import Diffing
internal import JSONSyntax

/// Tells that a launch comes later.
public struct LaunchSlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/slipped", .risky, watches: ["launch/date"],
    summary: "A launch moves to a later date.",
    why:
      "Marketing, sales and support have set their own days by it; whoever was briefed has told others, and now tells them wrong things.",
    remedy: "Tell the teams that were briefed first, then move briefings and steps with it.",
    options: ChangeRuleMetadata.leadTimes + [
      .init("briefingDays", 5, "How many days before the launch a team has to be briefed."), .slips,
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A month before", before: launch, change: #"{"date": "2026-04-15"}"#, as: .notable),
    .found(
      "A month before, for the second time: the history is known", before: launch,
      change: #"{"date": "2026-04-15"}"#, as: .risky, slips: 2),
    .found(
      "Two weeks before", before: launch, change: #"{"date": "2026-04-15"}"#, as: .risky, day: "2026-02-15"),
    .found(
      "After the day has passed", before: launch, change: #"{"date": "2026-04-15"}"#, as: .risky,
      day: "2026-03-15"),
    .found(
      "Sales has been briefed", before: launch.replacing(#""planned"}"#, with: #""sent"}"#),
      change: #"{"date": "2026-04-15"}"#, as: .breaking),
    .found(
      "It is held, so nobody expects it",
      before: launch.replacing(
        #""status": "planned", "initiative""#, with: #""status": "held", "initiative""#),
      change: #"{"date": "2026-04-15"}"#, as: .notable, day: "2026-02-15"),
    .found(
      "It is out: the record is set right",
      before: launch.replacing(
        #""status": "planned", "initiative""#, with: #""status": "done", "initiative""#),
      change: #"{"date": "2026-03-03"}"#, as: .routine, day: "2026-03-15"),
    .found(
      "With its briefings", before: launch,
      change:
        #"{"date": "2026-04-15", "audiences": [{"team": "sales", "briefing": "2026-03-20", "status": "planned"}]}"#,
      as: .notable),
    .left("Earlier", before: launch, change: #"{"date": "2026-02-15"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "audiences": [{"team": "sales", "briefing": "2026-01-10", "status": "planned"}]}
    """#

  /// Weighs by who has been told, and by the time that others need to prepare.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .promiseSlipped else { return nil }
    guard context.isComing else { return Judgement(.routine) }
    var judgement = context.counted(
      weigh(change, context), by: metadata, counts: !context.was("status", oneOf: "held"))
    judgement.covers = context.briefingsMovedAlong(
      later: true, days: context.number("briefingDays", of: metadata))
    if !judgement.covers.isEmpty {
      let teams = judgement.covers.map { context.changes[$0].fields[1].label }
      judgement.reasons.append(
        ChangeReason("briefings-moved", "briefings that moved with it: \(Clause.list(teams))"))
    }
    return judgement
  }

  private static func weigh(_ change: Change, _ context: ChangeContext) -> Judgement {
    let briefed = context.briefed
    if !briefed.isEmpty {
      return Judgement(
        .breaking, ChangeReason("already-briefed", "already told the old date: \(Clause.list(briefed))"))
    }
    if context.was("status", oneOf: "held") {
      return Judgement(.notable, ChangeReason("held", "it was held"))
    }
    guard let notice = change.facts.notice else { return Judgement(.risky) }
    let lead = context.leadDays(context.before?.root["tier"], of: metadata)
    if notice < 0 || notice >= lead { return Judgement(notice < 0 ? .risky : .notable) }
    return Judgement(
      .risky, ChangeReason("within-lead-time", "others prepare for such a launch \(lead) days ahead"))
  }
}
