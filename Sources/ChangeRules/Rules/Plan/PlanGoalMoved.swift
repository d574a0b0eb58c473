public import Diffing
internal import JSONSyntax

/// Tells that the number that an objective aims at is another one.
public struct PlanGoalMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/goal-moved", .breaking, watches: ["plan/objectives/*/target"],
    summary: "The number that an objective of an active plan aims at is raised or lowered.",
    why:
      "A goal that is lowered on the way is always reached; people then no longer know whether the work paid off.",
    remedy: "Leave the number and miss it, or let the approvers of the plan agree to another and say why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Lowered", before: plan, change: goal("0.33"), alongside: [conversion], as: .breaking),
    .found("Raised", before: plan, change: goal("0.4"), alongside: [conversion], as: .notable),
    .found(
      "Neither, since the number is to be held", before: plan, change: goal("0.33"),
      alongside: [conversion.replacing(#""up""#, with: #""hold""#)], as: .risky),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"), change: goal("0.33"),
      as: .routine),
    .found(
      "The plan is closed: the record changes", before: plan.replacing("active", with: "closed"),
      change: goal("0.33"), as: .notable),
    .left("Another title", before: plan, change: #"{"title": "The shop"}"#),
  ]

  private static func goal(_ target: String) -> String {
    #"{"objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "baseline": 0.31, "target": \#(target), "by": "2026-Q2"}]}"#
  }
  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "baseline": 0.31, "target": 0.36,
     "by": "2026-Q2"}]}
    """#
  private static let conversion = #"""
    {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
     "direction": "up", "status": "active"}
    """#

  /// Tells easier from harder by the metric's direction, or by the baseline.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .fieldChanged, change.fields.count > 1 else { return nil }
    if let stage = context.recordOrDraft { return stage }
    let objective = (context.before?.root).item("objectives", "id", change.fields[1].token)
    // Where the metric is another one as well, the numbers cannot be compared: that is told of the metric.
    let now = (context.after?.root).item("objectives", "id", change.fields[1].token)
    guard objective?["metric"]?.string == now?["metric"]?.string else { return Judgement(.notable) }
    let direction = GoalMove.direction(of: objective?["metric"]?.string, in: context)
    switch GoalMove(change, direction: direction, baseline: objective?["baseline"]) {
    case .harder: return Judgement(.notable, ChangeReason("goal-raised", "it is harder to reach than before"))
    case .unclear: return Judgement(.risky)
    case .easier:
      let served = context.served(by: change.fields[1].token)
      let text =
        served.isEmpty ? "it is easier to reach than before" : "agreed on it: \(Clause.list(served))"
      return Judgement(.breaking, ChangeReason("goalposts-moved", text))
    }
  }
}
