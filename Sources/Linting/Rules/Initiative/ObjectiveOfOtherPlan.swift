public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an objective of a plan that the initiative is no piece of.
public struct ObjectiveOfOtherPlan: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/objective-of-other-plan", .warning,
    summary: "An objective of another plan than the one the initiative belongs to.",
    why:
      "Each plan is reported by itself: one shows the work without its reason, the other an objective without work.",
    remedy: "Name the objective of the initiative's own plan, or move the initiative to the other plan.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The objective of last year",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "plan": "shop-2026", "objectives": [⟦"shop-2025/fast"⟧]}
      """#,
      #"{"kind": "plan", "id": "shop-2026", "title": "Shop 2026", "product": "Shop", "period": "2026"}"#,
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop 2025", "product": "Shop", "period": "2025",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2025-06"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
    .good(
      "The plan's own objective",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "plan": "shop-2026", "objectives": ["shop-2026/fast"]}
      """#,
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
  ]

  /// Compares the plans of objectives with the initiative's own, where both exist.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) {
      guard let own = context.relations.plan(of: initiative) else { continue }
      for objective in initiative.items("objectives") {
        guard let plan = context.relations.target(objective, kind: "plan")?.definition, plan.id != own.id
        else { continue }
        let notes =
          initiative["plan"].map { [RuleNote("it belongs to '\(own.id)'", at: $0, in: initiative)] } ?? []
        report.report(.otherPlan(plan.id, own.id), at: objective, in: initiative, notes: notes)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func otherPlan(_ plan: String, _ own: String) -> Self {
    Self(
      "the objective is one of the plan '\(plan)', but the initiative belongs to '\(own)'",
      discriminator: plan)
  }
}
