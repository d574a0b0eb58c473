public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a closed plan with pieces that are still open.
public struct ClosedWithOpenWork: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/closed-with-open-work", .warning,
    summary: "A closed plan that open initiatives still belong to.",
    why:
      "Work of a closed plan appears in no plan that is reported: it goes on without anybody asking for it.",
    remedy: "Move the initiatives to the plan that follows, or cancel them.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A piece is still in progress",
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop", "product": "Shop", "period": "2025",
        "status": ⟦"closed"⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "plan": "shop-2025"}
      """#,
      RuleExample.growth),
    .good(
      "Everything is done or was given up",
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop", "product": "Shop", "period": "2025", "status": "closed"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "launched", "team": "growth",
        "plan": "shop-2025"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the initiatives of closed plans: one finding for each plan.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, plan) in context.snapshot.definitions(of: "plan") where !context.lifecycles.isLive(plan) {
      let open = context.relations.referrers(of: position, kind: "initiative").filter { referrer in
        referrer.definition["plan"]?.index == referrer.value.index
          && context.lifecycles.isLive(referrer.definition)
      }
      guard let first = open.first else { continue }
      report.report(
        .open(first.definition, open.count - 1), field: "status", of: plan,
        notes: open.prefix(RuleNote.limit).map { referrer in
          RuleNote("'\(referrer.definition.id)' is open", at: referrer.value, in: referrer.definition)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func open(_ first: Definition, _ others: Int) -> Self {
    Self(
      others == 0
        ? "it is closed, but '\(first.id)' is still open"
        : "it is closed, but '\(first.id)' and \(others) more are still open")
  }
}
