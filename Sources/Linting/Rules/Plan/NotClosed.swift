internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a plan whose time is over and that nobody has closed.
public struct NotClosed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/not-closed", .warning,
    summary: "A plan that is not closed \"days\" after its period (60 unless configured).",
    why:
      "Until a plan is closed nobody has said what was reached, and old work mixes with that of the next plan.",
    remedy: "Write down what was reached, move what is open to the next plan, and close this one.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Over since the summer",
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop", "product": "Shop", "period": "2025-H1",
        "status": ⟦"active"⟧}
      """#),
    .good(
      "Over since two weeks",
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop", "product": "Shop", "period": "2025", "status": "active"}
      """#),
  ]

  /// Compares the end of plans that are not closed with today.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let grace = context.number("days", of: metadata, standard: 60)
    for (_, plan) in context.snapshot.definitions(of: "plan") where plan["status"] != nil {
      guard context.lifecycles.isLive(plan), let period = context.relations.period(of: plan),
        period.last.days(until: context.asOf) > grace
      else { continue }
      report.report(.over(plan, period.last, context.asOf), field: "status", of: plan)
    }
  }
}

extension RuleMessage {
  fileprivate static func over(_ plan: Definition, _ last: Day, _ asOf: Day) -> Self {
    Self(
      "the period was over on \(last), \(DayDistance.words(last.days(until: asOf))) ago, and the plan is still '\(plan["status"]?.string ?? "")'"
    )
  }
}
