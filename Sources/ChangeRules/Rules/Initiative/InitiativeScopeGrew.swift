public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that promised work becomes more.
public struct InitiativeScopeGrew: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/scope-grew", .risky,
    watches: ["initiative/milestones/*", "initiative/work", "initiative/partners/*"],
    summary: "An initiative that others rely on gets more milestones, work or teams.",
    why:
      "More work until the same day is a slip that has not been told yet, the more so close to the target.",
    remedy: "Move the target in the same change, or say what is left out instead.",
    options: [
      .init("weeks", 4, "The time before the target, in weeks, in which it is risky."),
      .init("percent", 50, "The rise of an effort, in percent, from which it is risky at any time."),
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A milestone more, two weeks before the target", before: checkout,
      change: #"{"milestones": [{"id": "beta", "target": "2026-02-28"}, {"id": "tablets"}]}"#, as: .risky,
      day: "2026-02-14"),
    .found(
      "More teams to do something, with months to go", before: checkout,
      change: #"{"work": [{"team": "growth", "effort": 4}, {"team": "data", "effort": 2}]}"#, as: .notable,
      day: "2025-10-01"),
    .found(
      "Twice the work", before: checkout, change: #"{"work": [{"team": "growth", "effort": 8}]}"#, as: .risky,
      day: "2025-10-01"),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("committed", with: "idea"),
      change: #"{"work": [{"team": "growth", "effort": 8}]}"#, as: .routine),
    .left("Less work", before: checkout, change: #"{"work": [{"team": "growth", "effort": 3}]}"#),
    .left(
      "The first milestones: a plan is made, not enlarged",
      before: checkout.replacing(#""milestones": [{"id": "beta", "target": "2026-02-28"}], "#, with: ""),
      change: #"{"milestones": [{"id": "beta", "target": "2026-02-28"}]}"#),
    .left(
      "It is over", before: checkout.replacing("committed", with: "launched"),
      change: #"{"work": [{"team": "growth", "effort": 8}]}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "milestones": [{"id": "beta", "target": "2026-02-28"}], "work": [{"team": "growth", "effort": 4}]}
    """#

  /// Looks at what came, and at efforts that rose, against the time that is left.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !context.isRecord else { return nil }
    var rise: Double?
    switch change.idiom {
    case .itemAdded where change.fields.count == 2:
      guard isMore(change, context) else { return nil }
    case .fieldChanged where change.fields.last?.token == "effort":
      guard let old = EffortSize.likely(change.before), let new = EffortSize.likely(change.after), new > old,
        old > 0
      else { return nil }
      rise = (new / old - 1) * 100
    default: return nil
    }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    if let rise, rise >= Double(context.number("percent", of: metadata)) {
      let percent = Int(rise.rounded().clamped(to: 0...1e6))
      return Judgement(.risky, ChangeReason("effort-rise", "a rise of \(percent) %"))
    }
    let times = Timetable(context.before?.root, fiscalYearStart: context.context.fiscalYearStart)
    guard let day = context.day, let finish = times.finish else { return Judgement(.notable) }
    let left = day.days(until: finish.last)
    guard left >= 0, left < 7 * context.number("weeks", of: metadata) else { return Judgement(.notable) }
    let slipped = Timetable(context.after?.root, fiscalYearStart: context.context.fiscalYearStart).finish
    if let slipped, slipped.last > finish.last { return Judgement(.notable) }
    return Judgement(
      .risky, ChangeReason("close-to-target", "\(DayDistance.words(left)) before its target, which stays"))
  }

  /// Whether what came enlarges a plan that there was: not the first of its list, and not something that has been.
  private static func isMore(_ change: Change, _ context: ChangeContext) -> Bool {
    let old: Int? =
      switch change.fields[0].token {
      case "milestones": context.before?.root["milestones"]?.count
      case "work": context.before?.root["work"]?.count
      default: 1
      }
    guard let old, old > 0, change.after?["status"]?.string != "done", change.after?["completed"] == nil
    else {
      return false
    }
    guard let day = context.day, let target = context.when(change.after?["target"]) else { return true }
    return target.last >= day
  }
}
