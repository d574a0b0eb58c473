public import Diffing
internal import JSONSyntax

/// Tells of tools that are connected to one that goes.
public struct ToolToolWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/tool-withdrawn", .breaking,
    summary:
      "A tool that another one exchanges data with is deprecated or retired; the other one was not edited.",
    why:
      "The data that came from there stops coming, often without an error.",
    remedy: "Connect the successor, or take the connection out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It is retired", before: tool, change: #"{"status": "retired"}"#, alongside: [user], as: .breaking),
    .found(
      "It is deprecated", before: tool, change: #"{"status": "deprecated"}"#, alongside: [user], as: .risky),
    .left(
      "Nobody uses the other one", before: tool, change: #"{"status": "retired"}"#,
      alongside: [user.replacing("trial", with: "proposed")]),
  ]

  private static let tool = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#

  private static let user = #"""
    {"kind": "tool", "id": "search", "title": "Search", "category": "Search", "status": "trial",
     "integrations": [{"tool": "old-wiki", "direction": "in"}]}
    """#

  /// Goes from withdrawn tools to those who work with them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    WithdrawnTool.affected(set, "tool", metadata)
  }
}
