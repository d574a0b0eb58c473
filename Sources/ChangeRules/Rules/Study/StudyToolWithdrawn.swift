public import Diffing
internal import JSONSyntax

/// Tells of studies under way whose tool goes.
public struct StudyToolWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/tool-withdrawn", .breaking,
    summary: "A tool that a study under way uses is deprecated or retired; the study itself was not edited.",
    why:
      "Recordings and answers of people who gave their time can be lost with it.",
    remedy: "Export what is in it now, and go on in the successor.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It is retired", before: tool, change: #"{"status": "retired"}"#, alongside: [user], as: .breaking),
    .found(
      "It is deprecated", before: tool, change: #"{"status": "deprecated"}"#, alongside: [user], as: .risky),
    .left(
      "The study is finished", before: tool, change: #"{"status": "retired"}"#,
      alongside: [user.replacing("fielding", with: "published")]),
  ]

  private static let tool = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#

  private static let user = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "questions": ["Why?"],
     "status": "fielding", "tools": ["old-wiki"]}
    """#

  /// Goes from withdrawn tools to those who work with them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    WithdrawnTool.affected(set, "study", metadata)
  }
}
