public import Diffing
internal import JSONSyntax

/// Tells that an active plan gives an objective up.
public struct PlanObjectiveRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/objective-removed", .risky, watches: ["plan/objectives"],
    summary: "An objective goes from an active plan.",
    why:
      "A goal that disappears was neither reached nor missed, and work that serves it has lost what it is for.",
    remedy: "Keep it and miss it, or say in the narrative why it is given up, and what becomes of the work.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nothing serves it", before: plan, change: #"{"objectives": null}"#, as: .risky),
    .found(
      "Promised work serves it", before: plan, change: #"{"objectives": null}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
         "objectives": ["shop/faster"]}
        """#
      ], as: .breaking),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"),
      change: #"{"objectives": null}"#, as: .routine),
    .found(
      "The plan is closed: the record changes", before: plan.replacing("active", with: "closed"),
      change: #"{"objectives": null}"#, as: .notable),
    .left(
      "One objective more", before: plan,
      change: #"""
        {"objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q2"},
         {"id": "safer", "title": "Safer", "metric": "refunds", "target": 0.01, "by": "2026-Q4"}]}
        """#),
  ]

  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.36, "by": "2026-Q2"}]}
    """#

  /// Asks which promised work serves it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, change.fields.count == 2 else { return nil }
    if let stage = context.recordOrDraft { return stage }
    let served = context.served(by: change.fields[1].token)
    if served.isEmpty { return Judgement(.risky) }
    return Judgement(.breaking, ChangeReason("served", "serving it: \(Clause.list(served))"))
  }
}
