internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an objective that is due when its plan is over.
public struct ObjectiveAfterPeriod: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/objective-after-period", .warning,
    summary: "An objective that is due after the plan's period, or before it.",
    why: "The plan is closed and reported before anybody can say whether the objective was reached.",
    remedy: "Set a day within the period, or move the objective to the plan of that time.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Due in the year after",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": ⟦"2027-Q1"⟧}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#),
    .good(
      "Due on the last day",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop",
        "period": {"from": "2026-02-01", "to": "2026-07-31"},
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-07-31"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#),
  ]

  /// Compares the objectives of plans that are not closed with the period.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, plan) in context.snapshot.definitions(of: "plan") where context.lifecycles.isLive(plan) {
      guard let period = context.relations.period(of: plan) else { continue }
      for objective in plan.items("objectives") {
        guard let by = context.relations.term("by", of: objective),
          by.when.first > period.last || by.when.last < period.first
        else { continue }
        report.report(
          .outside(by, period), at: by.value, in: plan,
          notes: [RuleNote("the period", at: plan["period"] ?? plan.root, in: plan)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func outside(_ by: Relations.Term, _ period: (first: Day, last: Day)) -> Self {
    by.when.first > period.last
      ? Self("it is due \(by.value.string ?? ""), after the plan's last day, \(period.last)")
      : Self("it is due \(by.value.string ?? ""), before the plan's first day, \(period.first)")
  }
}
