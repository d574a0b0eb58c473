public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an objective that no initiative works for.
public struct ObjectiveUnserved: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/objective-unserved", .info,
    summary: "An objective of an active plan that no initiative serves.",
    why: "An objective that nobody works for is a wish; by the end of the period it will be missed.",
    remedy: "Find the initiative that serves it and say so there, or take the objective out of the plan.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "What served it was cancelled",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
        "objectives": [{"id": ⟦"fast"⟧, "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "cancelled", "team": "growth",
        "objectives": ["shop-2026/fast"]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
    .good(
      "An initiative serves it",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "plan": "shop-2026", "objectives": ["shop-2026/fast"]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
  ]

  /// Gathers what initiatives that were not cancelled refer to, for each active plan.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, plan) in context.snapshot.definitions(of: "plan") where plan.has("status", "active") {
      let references = context.relations.referrers(of: position, kind: "initiative")
      let served = Set(
        references.filter { !$0.definition.has("status", "cancelled") }.compactMap(\.value.string))
      for objective in plan.items("objectives") {
        guard let value = objective["id"], let id = value.string, !served.contains("\(plan.id)/\(id)") else {
          continue
        }
        report.report(.unserved(id), at: value, in: plan)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func unserved(_ id: String) -> Self {
    Self("no initiative serves the objective '\(id)'", discriminator: id)
  }
}
