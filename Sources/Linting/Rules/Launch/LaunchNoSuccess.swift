public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches of which nobody will know whether they were worth it.
public struct LaunchNoSuccess: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/no-success-metric", .warning,
    summary: "A launch of tier 1 or 2 names no success metric.",
    why: "Afterwards everybody remembers the number that rose.",
    remedy: "Write in `success` which metric is to reach what, by when.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "What for?",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "status": "planned", "tier": ⟦2⟧}
      """#),
    .good(
      "More orders",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "success": [{"metric": "conversion",
       "target": 0.36, "by": "2026-Q3"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
  ]

  /// Looks at what launches of tier 1 and 2 are to achieve.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard launch["tier"]?.integer ?? 3 < 3,
        !launch.items("success").contains(where: { $0["metric"] != nil })
      else { continue }
      report.report(.noSuccess(launch), field: "tier", of: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func noSuccess(_ launch: Definition) -> Self {
    Self("nothing says by which metric '\(launch.id)' will be judged")
  }
}
