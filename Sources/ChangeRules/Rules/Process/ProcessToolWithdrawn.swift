public import Diffing
internal import JSONSyntax

/// Tells of followed processes whose tool goes.
public struct ProcessToolWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/tool-withdrawn", .breaking,
    summary:
      "A tool that a followed process uses is deprecated or retired; the process itself was not edited.",
    why:
      "Whoever follows the process arrives at a step that cannot be done.",
    remedy: "Put the successor into the step, and say in the process what changes.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It is retired", before: tool, change: #"{"status": "retired"}"#, alongside: [user], as: .breaking),
    .found(
      "It is deprecated", before: tool, change: #"{"status": "deprecated"}"#, alongside: [user], as: .risky),
    .left(
      "The process is only a draft", before: tool, change: #"{"status": "retired"}"#,
      alongside: [user.replacing("adopted", with: "draft")]),
  ]

  private static let tool = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#

  private static let user = #"""
    {"kind": "process", "id": "research", "title": "Research", "purpose": "Notes are found.",
     "status": "adopted", "steps": [{"id": "note", "title": "Note", "accountable": "researcher",
     "tools": ["old-wiki"]}]}
    """#

  /// Goes from withdrawn tools to those who work with them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    WithdrawnTool.affected(set, "process", metadata)
  }
}
