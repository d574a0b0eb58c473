public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags promised work that serves no objective.
public struct NoObjective: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/no-objective", .warning,
    summary: "A committed initiative that serves none of the plans' objectives.",
    why: "Nothing will say whether it worked, and next to work that serves an objective nobody can weigh it.",
    remedy:
      "Name the objective that it serves, as plan/objective; if there is none, ask whether it should be done."
  )

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Committed, and for nothing",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": ⟦"committed"⟧, "team": "growth"}
      """#,
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "status": "draft",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
    .good(
      "It serves an objective",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "plan": "shop-2026", "objectives": ["shop-2026/fast"]}
      """#,
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "status": "draft",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
  ]

  /// Looks at promised initiatives, in repositories where a plan that is not closed has objectives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    let hasObjectives = snapshot.definitions(of: "plan").contains { plan in
      context.lifecycles.isLive(plan.definition) && (plan.definition["objectives"]?.count ?? 0) > 0
    }
    guard hasObjectives else { return }
    for (_, initiative) in snapshot.definitions(of: "initiative")
    where initiative.isPromised && (initiative["objectives"]?.count ?? 0) == 0 {
      report.report(.noObjective(initiative), field: "status", of: initiative)
    }
  }
}

extension RuleMessage {
  fileprivate static func noObjective(_ initiative: Definition) -> Self {
    let state = initiative["status"]?.string ?? ""
    return Self("it is \(state) and serves no objective")
  }
}
