public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an objective on a metric that is measured no more.
public struct ObjectiveMetricDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/objective-metric-dead", .error,
    summary: "An objective on a metric that is retired or deprecated.",
    why: "Nobody will be able to say whether the objective was reached.",
    remedy: "State the objective on the metric that took over, with a target that fits it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The metric was retired",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026",
        "objectives": [{"id": "fast", "title": "Fast", "metric": ⟦"wait"⟧, "target": 2, "by": "2026-06"}]}
      """#,
      #"""
      {"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down",
        "status": "retired", "replacedBy": "load-time"}
      """#,
      #"{"kind": "metric", "id": "load-time", "title": "Load time", "definition": "Seconds", "direction": "down"}"#
    ),
    .good(
      "A closed plan keeps its metrics",
      #"""
      {"kind": "plan", "id": "shop-2025", "title": "Shop", "product": "Shop", "period": "2025", "status": "closed",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2025-06"}]}
      """#,
      #"""
      {"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down",
        "status": "retired"}
      """#),
  ]

  /// Looks at the metrics of plans that are not closed.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, plan) in context.snapshot.definitions(of: "plan") where context.lifecycles.isLive(plan) {
      for objective in plan.items("objectives") {
        guard let value = objective["metric"],
          let metric = context.relations.target(value, kind: "metric")?.definition,
          metric.has("status", oneOf: "retired", "deprecated")
        else { continue }
        report.report(
          .dead(metric), at: value, in: plan,
          notes: [RuleNote("here", at: metric["status"] ?? metric.root, in: metric)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func dead(_ metric: Definition) -> Self {
    Self(
      "the metric '\(metric.id)' is \(metric["status"]?.string ?? "")",
      candidates: metric["replacedBy"]?.string.map { [$0] } ?? [],
      severity: metric.has("status", "retired") ? nil : .warning)
  }
}
