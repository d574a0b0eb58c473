internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a plan covers another time.
public struct PlanPeriodMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/period-moved", .risky, watches: ["plan/period"],
    summary: "An active plan begins or ends earlier or later than was said.",
    why:
      "A plan that ends later slips as a whole; one that ends earlier cuts off objectives that are dated after it.",
    remedy: "Check the dates of the objectives, and let the approvers of the plan agree.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It ends later", before: plan, change: #"{"period": {"from": "2026-01-01", "to": "2027-03-31"}}"#,
      as: .risky),
    .found("It ends before an objective", before: plan, change: #"{"period": "2026-H1"}"#, as: .risky),
    .found(
      "It begins later", before: plan, change: #"{"period": {"from": "2026-02-01", "to": "2026-12-31"}}"#,
      as: .notable),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"),
      change: #"{"period": "2026-H1"}"#, as: .routine),
    .left(
      "The same days in other words", before: plan,
      change: #"{"period": {"from": "2026-01-01", "to": "2026-12-31"}}"#),
  ]

  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q4"}]}
    """#

  /// Compares the ends first, then the beginnings; both fields of a period are one change.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = PlanPeriod(context.before, context), let new = PlanPeriod(context.after, context),
      old.first != new.first || old.last != new.last
    else { return nil }
    let covered = context.positions(at: "period")
    if var stage = context.recordOrDraft {
      stage.covers = covered
      return stage
    }
    let words = "Period changed from \(old.first) to \(old.last) into \(new.first) to \(new.last)"
    if new.last > old.last {
      let size = DayDistance.words(old.last.days(until: new.last))
      return Judgement(
        .risky, ChangeReason("ends-later", "it ends \(size) later"), words: words, covers: covered)
    }
    if new.last < old.last {
      let cut = (context.after?.root).items("objectives").filter {
        context.when($0["by"]).map { $0.last > new.last } ?? false
      }.compactMap { $0["id"]?.string }
      let reason =
        cut.isEmpty
        ? ChangeReason("ends-earlier", "it ends \(DayDistance.words(new.last.days(until: old.last))) earlier")
        : ChangeReason("objectives-cut-off", "dated after its end: \(Clause.list(cut))")
      return Judgement(cut.isEmpty ? .notable : .risky, reason, words: words, covers: covered)
    }
    return Judgement(.notable, words: words, covers: covered)
  }
}
