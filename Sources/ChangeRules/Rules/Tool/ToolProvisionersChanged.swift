public import Diffing
internal import JSONSyntax

/// Tells that others than before let people into a tool.
public struct ToolProvisionersChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/provisioners-changed", .risky, watches: ["tool/access/provisioners"],
    summary: "Who gives and takes access to a tool changes.",
    why:
      "With one person only, a holiday blocks everyone, and nobody notices what that person grants.",
    remedy: "Name a second person before the first one goes.",
    options: [
      .init("people", 2, "How many people at least should be able to give and take access.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("One is left", before: two, change: #"{"access": {"provisioners": ["@ana"]}}"#, as: .risky),
    .found(
      "One for another", before: two, change: #"{"access": {"provisioners": ["@ana", "@cem"]}}"#, as: .notable
    ),
    .left(
      "A retired tool", before: two.replacing("adopted", with: "retired"),
      change: #"{"access": {"provisioners": ["@ana"]}}"#),
  ]

  private static let two = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "access": {"sso": true, "provisioners": ["@ana", "@ben"]}}
    """#

  /// Counts those who are left.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root) else { return nil }
    let old = context.before?.root["access"]?.texts("provisioners").count ?? 0
    let new = context.after?.root["access"]?.texts("provisioners").count ?? 0
    let least = context.number("people", of: metadata)
    guard new < old, new < least else { return Judgement(.notable) }
    let text = new == 0 ? "nobody is left who can" : "only \(new) of at least \(least) are left"
    return Judgement(
      .risky, ChangeReason("too-few", text), covers: context.positions(at: "access", "provisioners"))
  }
}
