public import Diffing
internal import JSONSyntax

/// Tells that people get into a tool another way.
public struct ToolSignOnChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/sign-on-changed", .breaking, watches: ["tool/access", "tool/access/sso"],
    summary: "Single sign-on is switched off or on for a tool in use.",
    why:
      "Without it, those who leave keep their access, and a stolen password opens the door.",
    remedy:
      "Switch it on again, or have security agree in writing and take the accounts of leavers away by hand.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Off", before: safe, change: #"{"access": {"sso": false}}"#, as: .breaking),
    .found(
      "On", before: safe.replacing("true", with: "false"), change: #"{"access": {"sso": true}}"#, as: .notable
    ),
    .left(
      "Another person lets people in", before: safe,
      change: #"{"access": {"provisioners": ["@ana", "@cem"]}}"#),
  ]

  private static let safe = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "access": {"sso": true, "provisioners": ["@ana", "@ben"]}}
    """#

  /// Compares the two sides.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1 || change.fields[1].token == "sso", ToolUses.isInUse(context.before?.root)
    else { return nil }
    let old = context.before?.root["access"]?["sso"]?.bool
    let new = context.after?.root["access"]?["sso"]?.bool
    if old == true, new != true {
      return Judgement(
        .breaking, ChangeReason("sign-on-off", "those who leave the company keep their access"))
    }
    return old == false && new == true ? Judgement(.notable) : nil
  }
}
