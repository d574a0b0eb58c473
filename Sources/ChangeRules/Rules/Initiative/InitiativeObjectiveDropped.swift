public import Diffing
internal import JSONSyntax

/// Tells that promised work is no longer measured by what it was promised for.
public struct InitiativeObjectiveDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/objective-dropped", .breaking, watches: ["initiative/objectives"],
    summary: "An initiative under way serves another objective than before, or none.",
    why: "The goalposts move: work that was agreed for one effect cannot be judged by another.",
    remedy: "Have those who agreed to it agree again, and say in `decisions` why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another objective in its place", before: checkout, change: #"{"objectives": ["shop/cheaper"]}"#,
      as: .breaking),
    .found(
      "Carried over to the plan of the next year", before: carried,
      change: #"{"plan": "shop-2027", "objectives": ["shop-2027/faster"]}"#,
      alongside: [objective("shop", "conversion"), objective("shop-2027", "conversion")], as: .notable),
    .found(
      "Carried over to another goal", before: carried,
      change: #"{"plan": "shop-2027", "objectives": ["shop-2027/faster"]}"#,
      alongside: [objective("shop", "conversion"), objective("shop-2027", "orders")], as: .breaking),
    .found("None is left", before: checkout, change: #"{"objectives": null}"#, as: .breaking),
    .found(
      "One of two goes", before: checkout.replacing(#""shop/faster""#, with: #""shop/faster", "shop/safer""#),
      change: #"{"objectives": ["shop/faster"]}"#, as: .risky),
    .found(
      "Nothing is promised yet", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"objectives": ["shop/cheaper"]}"#, as: .routine),
    .left("One more", before: checkout, change: #"{"objectives": ["shop/faster", "shop/cheaper"]}"#),
    .left(
      "The plan has closed", before: checkout.replacing("committed", with: "launched"),
      change: #"{"objectives": ["shop/cheaper"]}"#),
  ]

  private static var carried: String { checkout.replacing(#""team""#, with: #""plan": "shop", "team""#) }
  private static func objective(_ plan: String, _ metric: String) -> String {
    #"""
    {"kind": "plan", "id": "\#(plan)", "title": "\#(plan)", "product": "Shop", "period": "2026",
     "objectives": [{"id": "faster", "title": "Faster", "metric": "\#(metric)", "target": 1, "by": "2026-Q4"}]}
    """#
  }
  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "objectives": ["shop/faster"]}
    """#

  /// Looks at what went; what came in its place belongs to it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, !change.reasons.contains(.endedWithIt) else { return nil }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    guard context.stageBefore == .live || context.stageBefore == .paused else { return nil }
    let added = context.positions(at: "objectives").filter { context.changes[$0].idiom == .itemAdded }
    if let other = added.first {
      let (old, new) = (change.before?.string ?? "", context.changes[other].after?.string ?? "")
      if isCarriedOver(old, new, context) {
        return Judgement(
          .notable, ChangeReason("carried-over", "it moved to that plan, and is measured by the same metric"),
          words: "Carried over to another plan: \(old) → \(new)", covers: [other])
      }
      return Judgement(
        .breaking, ChangeReason("goalposts-moved", "it was agreed for \(old)"),
        words: "Serves another objective: \(old) → \(new)", covers: [other])
    }
    if (context.after?.root).items("objectives").isEmpty {
      return Judgement(.breaking, ChangeReason("no-objective", "nothing says any more whether it worked"))
    }
    return Judgement(.risky)
  }

  /// Whether the work went to another plan, where the same metric shows its effect, as far as that can be seen.
  private static func isCarriedOver(_ old: String, _ new: String, _ context: ChangeContext) -> Bool {
    guard context.was("plan") != context.text("plan"), let plan = context.text("plan"),
      new.hasPrefix(plan + "/")
    else { return false }
    let before = PlanObjective(old, in: context.base)?.metric
    let after = PlanObjective(new, in: context.head)?.metric
    return before == nil || after == nil || before == after
  }
}
