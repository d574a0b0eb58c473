public import Diffing
internal import JSONSyntax

/// Tells that a proposal or draft is given up before anybody relied on it.
public struct DefinitionDraftDropped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "definition/draft-dropped", .routine, watches: ["tool/status", "process/status"],
    summary: "A proposed tool or a drafted process is given up, or put aside, before anybody relied on it.",
    why:
      "Nothing has to be undone; it is worth remembering why, so that nobody proposes it again for the same reason.",
    remedy: "Say why in a note.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("The proposal is given up", before: proposed, change: #"{"status": "retired"}"#, as: .routine),
    .found(
      "A draft is given up",
      before: #"""
        {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
         "status": "draft", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}]}
        """#,
      change: #"{"status": "deprecated"}"#, as: .routine),
    .left(
      "People tried it already", before: proposed.replacing("proposed", with: "trial"),
      change: #"{"status": "retired"}"#),
  ]

  private static let proposed = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "proposed"}
    """#

  /// Looks at the state on both sides.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "proposed", "evaluating", "draft"),
      context.text("status", oneOf: "on-hold", "deprecated", "retired")
    else { return nil }
    return Judgement(.routine, .notCommitted)
  }
}
