public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that promise less than there is.
public struct LaunchSuccessAgainstDirection: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/success-against-direction", .warning,
    summary: "A launch is to reach less than its metric's baseline.",
    why: "It will count as a success though it did harm, or nothing.",
    remedy: "Correct the target, or the metric's direction.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Fewer orders than today",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "success": [{"metric": "conversion",
       "target": ⟦0.29⟧, "by": "2026-Q3"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": "2025-12-01"}}
      """#),
    .good(
      "More orders than today",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "success": [{"metric": "conversion",
       "target": 0.36, "by": "2026-Q3"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "baseline": {"value": 0.31, "asOf": "2025-12-01"}}
      """#),
  ]

  /// Holds what planned launches promise against the baselines of their metrics.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      for item in launch.items("success") {
        guard let value = item["target"], let target = value.decimal,
          let metric = context.target(item["metric"], "metric"),
          let start = metric["baseline"]?["value"]?.decimal, start != target,
          MetricGoal.isReached(start, target, by: metric) == true
        else { continue }
        report.report(.lessThanNow(metric, target, start), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func lessThanNow(_ metric: Definition, _ target: ExactDecimal, _ start: ExactDecimal)
    -> Self
  {
    let wanted = metric.has("direction", "up") ? "rise" : "fall"
    return Self("'\(metric.id)' is to \(wanted) to \(target), but it stands at \(start) already")
  }
}
