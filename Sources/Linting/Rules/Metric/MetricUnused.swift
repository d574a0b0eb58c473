public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags key figures that no plan, experiment or launch refers to.
public struct MetricUnused: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/unused", .info,
    summary: "A key figure is referred to by nothing.",
    why:
      "If it matters most, some plan should aim at it; if none does, it is a number that people look at "
      + "and nobody moves.",
    remedy: "Aim an objective at it, or give it a lower tier.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A key figure that no plan aims at",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "tier": ⟦"kpi"⟧}
      """#),
    .good(
      "An objective aims at it",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "tier": "kpi"}
      """#,
      #"""
      {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026",
       "objectives": [{"id": "o", "title": "More", "metric": "conversion", "target": 0.4,
       "by": "2026-Q4"}]}
      """#),
  ]

  /// Looks at key figures that nothing refers to.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, metric) in context.all("metric")
    where metric.has("tier", oneOf: "north-star", "kpi") && !metric.isFading
      && !context.relations.isReferred(position)
    {
      report.report(.unused(metric), field: "tier", of: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func unused(_ metric: Definition) -> Self {
    Self("key figure '\(metric.id)' is referred to by no plan, experiment, launch or insight")
  }
}
