public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags deprecated metrics that others still refer to, without a word on what to use instead.
public struct MetricDeprecatedWithoutSuccessor: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/deprecated-without-successor", .info,
    summary: "A deprecated metric is referred to and names no successor.",
    why: "Everybody who meets it has to find out alone what counts today, and finds something different.",
    remedy: "Name the successor in `replacedBy`, or retire the metric where nothing follows it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "An objective uses it, and nothing follows it",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": ⟦"deprecated"⟧}
      """#,
      #"""
      {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026",
       "objectives": [{"id": "o", "title": "More", "metric": "orders", "target": 900, "by": "2026-Q4"}]}
      """#),
    .good(
      "The successor is named",
      #"""
      {"kind": "metric", "id": "orders", "title": "Orders", "definition": "Orders by visits.",
       "direction": "up", "status": "deprecated", "replacedBy": "paid-orders"}
      """#,
      #"""
      {"kind": "metric", "id": "paid-orders", "title": "Paid orders", "definition": "Orders by visits.",
       "direction": "up"}
      """#,
      #"""
      {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026",
       "objectives": [{"id": "o", "title": "More", "metric": "orders", "target": 900, "by": "2026-Q4"}]}
      """#),
  ]

  /// Looks at deprecated metrics that something refers to.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, metric) in context.all("metric")
    where metric.has("status", "deprecated") && metric["replacedBy"] == nil
      && context.relations.isReferred(position)
    {
      report.report(.withoutSuccessor(metric), field: "status", of: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func withoutSuccessor(_ metric: Definition) -> Self {
    Self("'\(metric.id)' is deprecated and still referred to, but names no successor")
  }
}
