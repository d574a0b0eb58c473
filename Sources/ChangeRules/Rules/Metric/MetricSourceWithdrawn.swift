public import Diffing
internal import JSONSyntax

/// Tells of metrics whose numbers come from a tool that goes.
public struct MetricSourceWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/source-withdrawn", .breaking,
    summary:
      "The tool that a metric gets its numbers from is deprecated or retired; the metric itself was not edited.",
    why:
      "The numbers stop, or go on with a break that looks like a change of the product.",
    remedy: "Name the new source, and let both run beside each other for a while.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It is retired", before: tool, change: #"{"status": "retired"}"#, alongside: [user], as: .breaking),
    .found(
      "It is deprecated", before: tool, change: #"{"status": "deprecated"}"#, alongside: [user], as: .risky),
    .left(
      "The metric is retired", before: tool, change: #"{"status": "retired"}"#,
      alongside: [user.replacing("active", with: "retired")]),
  ]

  private static let tool = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#

  private static let user = #"""
    {"kind": "metric", "id": "reads", "title": "Reads", "definition": "Pages that are read.",
     "direction": "up", "status": "active", "source": "old-wiki"}
    """#

  /// Goes from withdrawn tools to those who work with them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    WithdrawnTool.affected(set, "metric", metadata)
  }
}
