public import Diffing
internal import JSONSyntax

/// Tells that something was edited on which nobody relies yet.
public struct DefinitionDraftEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "definition/draft-edited", .routine, watches: ["tool/*", "process/*", "study/*", "insight/*"],
    summary: "A proposal, a draft or a plan that nobody relies on yet is edited.",
    why:
      "At the start of a lifecycle everything may change: those who wait for news need not read it.",
    remedy: "Nothing has to be done; what has a meaning of its own in this state has a rule of its own.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another vendor while the tool is only proposed", before: proposed,
      change: #"{"vendor": "Sample Ltd"}"#,
      as: .routine),
    .left(
      "The tool is in use", before: proposed.replacing("proposed", with: "adopted"),
      change: #"{"vendor": "Sample Ltd"}"#),
  ]

  private static let proposed = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "proposed",
     "vendor": "Example Ltd"}
    """#

  /// Looks at the state on both sides.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .first, context.stageAfter == .first, change.weight > .routine else {
      return nil
    }
    return Judgement(.routine, .notCommitted)
  }
}
