public import Diffing
internal import JSONSyntax

/// Tells that the record of something that is over was edited.
public struct DefinitionRecordCorrected: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "definition/record-corrected", .routine, watches: ["tool/*", "process/*", "study/*", "team/*"],
    summary: "Something that is over is edited: a retired tool, a finished study, a disbanded team.",
    why:
      "It is a correction of the past: nobody plans by it, and those who wait for news need not read it.",
    remedy: "Nothing has to be done; what still matters after the end has a rule of its own.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The vendor of a retired tool", before: retired, change: #"{"vendor": "Sample Ltd"}"#, as: .routine),
    .left(
      "The tool is in use", before: retired.replacing("retired", with: "adopted"),
      change: #"{"vendor": "Sample Ltd"}"#),
  ]

  private static let retired = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "retired",
     "vendor": "Example Ltd"}
    """#

  /// Looks at the state on both sides.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .ended, context.stageAfter == .ended, change.weight > .routine else {
      return nil
    }
    return Judgement(.routine, .alreadyEnded)
  }
}
