public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags metrics whose numbers come from a tool that has been retired.
public struct MetricSourceDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/source-dead", .error,
    summary: "A metric that is in use names a retired tool as its source.",
    why: "Its numbers have stopped, or come from somewhere that nobody has written down.",
    remedy: "Name the tool that delivers the number today, or retire the metric.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The source was switched off",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "source": ⟦"old-analytics"⟧}
      """#,
      #"""
      {"kind": "tool", "id": "old-analytics", "title": "Old analytics", "category": "Surveys",
       "status": "retired"}
      """#),
    .good(
      "The metric was retired with it",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "status": "retired", "source": "old-analytics"}
      """#,
      #"""
      {"kind": "tool", "id": "old-analytics", "title": "Old analytics", "category": "Surveys",
       "status": "retired"}
      """#),
  ]

  /// Looks at the source of every metric that is not on its way out.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") where !metric.isFading {
      guard let value = metric["source"], let tool = context.target(value, "tool"),
        tool.has("status", "retired")
      else { continue }
      report.report(.sourceDead(metric, tool), at: value, in: metric)
    }
  }
}

extension RuleMessage {
  fileprivate static func sourceDead(_ metric: Definition, _ tool: Definition) -> Self {
    let successor = tool["replacedBy"]?.string
    return Self(
      "the numbers of '\(metric.id)' come from \(tool.title), which is retired",
      help: successor.map { "Its successor is '\($0)'; see whether it delivers the number." } ?? "")
  }
}
