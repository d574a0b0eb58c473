public import Diffing
internal import JSONSyntax

/// Tells that an active plan may cost more or less.
public struct PlanBudgetMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/budget-moved", .risky, watches: ["plan/budget"],
    summary: "The budget of an active plan is raised, cut or taken out.",
    why:
      "More money is missing elsewhere; less money stops tools and people that the plan already counts on.",
    remedy: "Let the approvers of the plan agree, and say which work comes or goes with it.",
    options: [.init("percent", 10, "The change, in percent, from which it is risky.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A third more", before: plan, change: #"{"budget": {"amount": 200000}}"#, as: .risky),
    .found("A third less", before: plan, change: #"{"budget": {"amount": 100000}}"#, as: .risky),
    .found("A little more", before: plan, change: #"{"budget": {"amount": 155000}}"#, as: .notable),
    .found("No budget any more", before: plan, change: #"{"budget": null}"#, as: .risky),
    .found(
      "The plan is a draft", before: plan.replacing("active", with: "draft"),
      change: #"{"budget": {"amount": 100000}}"#, as: .routine),
    .left(
      "A first budget",
      before: plan.replacing(#""budget": {"amount": 150000, "currency": "EUR"}, "#, with: ""),
      change: #"{"budget": {"amount": 150000, "currency": "EUR"}}"#),
  ]

  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "budget": {"amount": 150000, "currency": "EUR"}, "product": "Shop",
     "period": "2026", "status": "active"}
    """#

  /// Compares the amounts, in one currency.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let before = change.before else { return nil }
    if let stage = context.recordOrDraft { return stage }
    guard let after = change.after else { return Judgement(.risky) }
    guard let old = before["amount"]?.decimal?.double, let new = after["amount"]?.decimal?.double,
      before["currency"]?.string == after["currency"]?.string, old > 0, old.isFinite, new.isFinite
    else { return Judgement(.risky, ChangeReason("not-comparable", "the two amounts cannot be compared")) }
    let percent = (new / old - 1) * 100
    let isLarge = percent.magnitude >= Double(context.number("percent", of: metadata))
    let size = Int(percent.magnitude.rounded().clamped(to: 0...1e6))
    return Judgement(
      isLarge ? .risky : .notable,
      percent > 0
        ? ChangeReason("budget-raised", "\(size) % more") : ChangeReason("budget-cut", "\(size) % less"))
  }
}
