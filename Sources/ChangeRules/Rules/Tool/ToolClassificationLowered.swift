public import Diffing
internal import JSONSyntax

/// Tells that a tool is said to hold less sensitive data than before.
public struct ToolClassificationLowered: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/classification-lowered", .breaking,
    watches: ["tool/data", "tool/data/classification", "tool/data/customerData"],
    summary: "A tool in use is said to hold less sensitive data, or none of customers.",
    why:
      "The data does not leave because a word changed: with the class, checks and vettings fall away that protect it.",
    remedy: "Let the person who answers for data protection approve it, and say where the data went.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Internal becomes public", before: internalData, change: #"{"data": {"classification": "public"}}"#,
      as: .breaking),
    .found("Not classified any more", before: internalData, change: #"{"data": null}"#, as: .breaking),
    .found(
      "Nobody works with it yet", before: internalData.replacing("adopted", with: "evaluating"),
      change: #"{"data": {"classification": "public"}}"#, as: .notable),
    .left("It may hold more", before: internalData, change: #"{"data": {"classification": "confidential"}}"#),
  ]

  private static let internalData = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "data": {"classification": "internal", "customerData": false}, "vetting": [{"topic": "security",
     "status": "passed", "on": "2025-06-01", "by": "@dana"}]}
    """#

  /// Compares the classes.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard
      let (isRaised, isLowered) = DataClass.step(context.before?.root["data"], context.after?.root["data"]),
      isLowered, !isRaised, change.fields.count == 1 || change.fields[1].token != "regions",
      context.stageBefore != .first, context.stageBefore != .ended
    else { return nil }
    let covered =
      context.positions(at: "data", "classification") + context.positions(at: "data", "customerData")
    guard ToolUses.isInUse(context.before?.root) else {
      return Judgement(.notable, ChangeReason("not-in-use", "nobody works with it yet"), covers: covered)
    }
    return Judgement(
      .breaking, ChangeReason("needs-approval", "what is in it stays as sensitive as it was"), covers: covered
    )
  }
}
