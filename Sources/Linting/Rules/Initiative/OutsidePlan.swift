internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative that ends outside the period of its plan.
public struct OutsidePlan: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/outside-plan", .warning,
    summary: "An initiative that ends before its plan begins or after it is over.",
    why: "The plan's objectives are measured within its period: what ends outside cannot help to reach them.",
    remedy: "Move the initiative to the plan of that time, or agree on another date.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It ends after the plan",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "plan": "shop-2026", "target": ⟦"2027-01"⟧}
      """#,
      #"{"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026"}"#,
      RuleExample.growth),
    .good(
      "It ends within the plan",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "plan": "shop-2026", "target": "2026-H2"}
      """#,
      #"{"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026"}"#,
      RuleExample.growth),
  ]

  /// Compares the latest date of what is not over with the plan's period.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) && !context.lifecycles.isPaused(initiative) {
      guard let plan = context.relations.plan(of: initiative), context.lifecycles.isLive(plan),
        let period = context.relations.period(of: plan),
        let finish = context.relations.finish(of: initiative),
        finish.when.first > period.last || finish.when.last < period.first
      else { continue }
      report.report(
        .outside(finish, plan, period), at: finish.value, in: initiative,
        notes: [RuleNote("the plan's period", at: plan["period"] ?? plan.root, in: plan)])
    }
  }
}

extension RuleMessage {
  fileprivate static func outside(
    _ finish: Relations.Term, _ plan: Definition, _ period: (first: Day, last: Day)
  ) -> Self {
    let text = finish.value.string ?? ""
    return finish.when.first > period.last
      ? Self("it ends \(text), after the plan '\(plan.id)', which is over on \(period.last)")
      : Self("it ends \(text), before the plan '\(plan.id)', which begins on \(period.first)")
  }
}
