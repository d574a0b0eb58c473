internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that an objective is to be reached earlier.
public struct PlanGoalPulledIn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/goal-pulled-in", .notable, watches: ["plan/objectives/*/by"],
    summary: "An objective of an active plan is to be reached earlier than was said.",
    why: "The work that serves it has less time, and may be planned to end after the new date.",
    remedy: "Check the targets of the initiatives that serve it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A quarter earlier", before: plan, change: by("2026-Q1"), as: .notable),
    .found(
      "Before the work ends that serves it", before: plan, change: by("2026-Q1"),
      alongside: [
        #"""
        {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
         "objectives": ["shop/faster"], "target": "2026-05-15"}
        """#
      ], as: .risky),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"), change: by("2026-Q1"),
      as: .routine),
    .left("Later", before: plan, change: by("2026-Q3")),
  ]

  private static func by(_ when: String) -> String {
    #"{"objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "\#(when)"}]}"#
  }
  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q2"}]}
    """#

  /// Holds the new date against the work that serves the objective.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .promisePulledIn, change.fields.count > 1 else { return nil }
    if let stage = context.recordOrDraft { return stage }
    guard let date = context.when(change.after) else { return Judgement(.notable) }
    let late = context.served(by: change.fields[1].token).filter { name in
      let work = context.head.definition(name)?.root
      return Timetable(work, fiscalYearStart: context.context.fiscalYearStart).finish.map {
        $0.first > date.last
      }
        ?? false
    }
    if late.isEmpty { return Judgement(.notable) }
    return Judgement(
      .risky, ChangeReason("work-too-late", "work that serves it ends later: \(Clause.list(late))"))
  }
}
