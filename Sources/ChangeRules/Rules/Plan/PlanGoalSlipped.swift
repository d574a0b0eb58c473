internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that an objective is to be reached later.
public struct PlanGoalSlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/goal-slipped", .risky, watches: ["plan/objectives/*/by"],
    summary: "An objective of an active plan is to be reached later than was said, or at no named time.",
    why:
      "With more time every goal is easier; told after its date had passed, it hides that the goal was missed.",
    remedy: "Say in the narrative why, and let those who approved the plan agree.",
    options: [.init("ampleWeeks", 13, "The notice, in weeks, from which a slip is notable."), .slips])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A quarter later, half a year ahead", before: plan, change: by("2026-Q3"), as: .notable),
    .found(
      "A quarter later, half a year ahead, for the second time: the history is known", before: plan,
      change: by("2026-Q3"), as: .risky, slips: 2),
    .found(
      "A quarter later, two weeks ahead", before: plan, change: by("2026-Q3"), as: .risky, day: "2026-06-15"),
    .found("After the date had passed", before: plan, change: by("2026-Q4"), as: .risky, day: "2026-07-15"),
    .found("Beyond the end of the plan", before: plan, change: by("2027-Q2"), as: .risky),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"), change: by("2026-Q3"),
      as: .routine),
    .found(
      "The plan is closed: the record changes", before: plan.replacing("active", with: "closed"),
      change: by("2026-Q3"), as: .notable),
    .left("Earlier", before: plan, change: by("2026-Q1")),
  ]

  private static func by(_ when: String) -> String {
    #"{"objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "\#(when)"}]}"#
  }
  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q2"}]}
    """#

  /// Weighs by what was left of the old date and by the end of the plan.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .promiseSlipped || change.idiom == .promiseDropped else { return nil }
    if let stage = context.recordOrDraft { return stage }
    guard change.idiom == .promiseSlipped else { return Judgement(.risky) }
    return context.counted(weigh(change, context), by: metadata)
  }

  private static func weigh(_ change: Change, _ context: ChangeContext) -> Judgement {
    if let end = PlanPeriod(context.after, context)?.last, let date = context.when(change.after),
      date.last > end
    {
      return Judgement(.risky, ChangeReason("after-the-plan", "that is after the plan's end, \(end)"))
    }
    guard let notice = change.facts.notice else { return Judgement(.risky) }
    return Judgement(notice >= 7 * context.number("ampleWeeks", of: metadata) ? .notable : .risky)
  }
}
