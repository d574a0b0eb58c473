public import Diffing
internal import JSONSyntax

/// Tells that the start from which progress is counted is another one.
public struct PlanBaselineEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/baseline-edited", .risky, watches: ["plan/objectives/*/baseline"],
    summary: "The number from which an objective of an active plan starts is edited or taken out.",
    why: "Progress is what lies between baseline and target: moving the start changes it without any work.",
    remedy:
      "Keep the baseline of the day on which the plan was agreed, and refresh that of the metric instead.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("While the plan is active", before: plan, change: base("0.29"), as: .risky),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"), change: base("0.29"),
      as: .routine),
    .found(
      "The plan is closed: the record changes", before: plan.replacing("active", with: "closed"),
      change: base("0.29"), as: .notable),
    .left("A first baseline", before: plan.replacing(#""baseline": 0.31, "#, with: ""), change: base("0.31")),
  ]

  private static func base(_ number: String) -> String {
    #"{"objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "baseline": \#(number), "target": 0.36, "by": "2026-Q2"}]}"#
  }
  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "baseline": 0.31, "target": 0.36,
     "by": "2026-Q2"}]}
    """#

  /// Looks at baselines that were there before.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.before != nil else { return nil }
    return context.recordOrDraft ?? Judgement(.risky)
  }
}
