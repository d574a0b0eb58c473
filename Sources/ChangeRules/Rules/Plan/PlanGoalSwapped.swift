public import Diffing
internal import JSONSyntax

/// Tells that an objective is measured by another metric.
public struct PlanGoalSwapped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/goal-swapped", .breaking, watches: ["plan/objectives/*/metric"],
    summary: "An objective of an active plan is measured by another metric.",
    why:
      "It is another goal under the old name: work that was chosen for the first says nothing about the second.",
    remedy: "Add a new objective, and say in the narrative what became of the old one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("While the plan is active", before: plan, change: metric("orders"), as: .breaking),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"), change: metric("orders"),
      as: .routine),
    .found(
      "The plan is closed: the record changes", before: plan.replacing("active", with: "closed"),
      change: metric("orders"), as: .notable),
    .left(
      "The same metric by another day", before: plan, change: metric("conversion").replacing("Q2", with: "Q3")
    ),
  ]

  private static func metric(_ id: String) -> String {
    #"{"objectives": [{"id": "faster", "title": "Faster", "metric": "\#(id)", "target": 0.36, "by": "2026-Q2"}]}"#
  }
  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q2"}]}
    """#

  /// Target and baseline that change with the metric belong to it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .fieldChanged, change.fields.count > 1 else { return nil }
    if let stage = context.recordOrDraft { return stage }
    let served = context.served(by: change.fields[1].token)
    let text =
      served.isEmpty ? "it is another goal under the old name" : "agreed on it: \(Clause.list(served))"
    return Judgement(.breaking, ChangeReason("goalposts-moved", text))
  }
}
