internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a plan that ends before it begins.
public struct PeriodReversed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/period-reversed", .error,
    summary: "A period whose last day is before its first.",
    why: "No day belongs to the plan, so nothing in it is ever in time.",
    remedy: "Correct the day that is wrong.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The year is the one before",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop",
        "period": {"from": "2026-02-01", "to": ⟦"2025-07-31"⟧}}
      """#),
    .good(
      "Half a year",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop",
        "period": {"from": "2026-02-01", "to": "2026-07-31"}}
      """#),
  ]

  /// Compares the two days of each period.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, plan) in context.snapshot.definitions(of: "plan") {
      guard let period = plan["period"], let from = context.relations.term("from", of: period),
        let to = context.relations.term("to", of: period), to.when.last < from.when.first
      else { continue }
      report.report(
        .reversed(from.when.first, to.when.last), at: to.value, in: plan,
        notes: [RuleNote("it begins here", at: from.value, in: plan)])
    }
  }
}

extension RuleMessage {
  fileprivate static func reversed(_ from: Day, _ to: Day) -> Self {
    Self("the plan ends on \(to), before it begins on \(from)")
  }
}
