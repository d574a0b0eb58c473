public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics that work is judged by and that nobody answers for.
public struct MetricNoOwner: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/no-owner", .warning,
    summary: "A metric that others refer to, or that is a key figure, has no owner.",
    why:
      "When two people read it differently, nobody can say who is right, and nobody notices when it "
      + "breaks.",
    remedy: "Add the `owner` who decides what the metric means.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A key figure without owner",
      #"""
      {"kind": "metric", "id": ⟦"conversion"⟧, "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "tier": "kpi"}
      """#),
    .good(
      "Somebody answers for it",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "tier": "kpi", "owner": "@ana"}
      """#),
  ]

  /// Looks at metrics in use without an owner.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, metric) in context.all("metric") where metric["owner"] == nil && !metric.isFading {
      let isKey = metric.has("tier", oneOf: "north-star", "kpi")
      guard isKey || context.relations.isReferred(position) else { continue }
      report.report(.noOwner(metric, isKey), atStartOf: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func noOwner(_ metric: Definition, _ isKey: Bool) -> Self {
    Self("\(isKey ? "key figure" : "metric") '\(metric.id)' is in use and has no owner")
  }
}
