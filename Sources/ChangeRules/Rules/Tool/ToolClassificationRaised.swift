public import Diffing
internal import JSONSyntax

/// Tells that a tool may hold more sensitive data than before.
public struct ToolClassificationRaised: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/classification-raised", .risky,
    watches: ["tool/data", "tool/data/classification", "tool/data/customerData"],
    summary: "A tool in use may hold more sensitive data, or data of customers.",
    why:
      "Its vettings were passed for harmless data: whether it may hold this was never looked at.",
    remedy: "Have it vetted again for the new data, and write the new day into `vetting`.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Confidential data, vetted for internal data", before: internalData,
      change: #"{"data": {"classification": "confidential"}}"#, as: .risky),
    .found(
      "Data of customers", before: internalData, change: #"{"data": {"customerData": true}}"#, as: .risky),
    .found(
      "Vetted again in the same step", before: internalData,
      change: #"""
        {"data": {"classification": "confidential"}, "vetting": [{"topic": "security", "status": "passed",
         "on": "2026-01-10", "by": "@dana"}]}
        """#,
      as: .notable),
    .left(
      "It may hold less", before: internalData, change: #"{"data": {"classification": "public"}}"#),
  ]

  private static let internalData = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "data": {"classification": "internal", "customerData": false}, "vetting": [{"topic": "security",
     "status": "passed", "on": "2025-06-01", "by": "@dana"}]}
    """#

  /// Asks whether the tool was vetted again.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1 || change.fields[1].token != "regions",
      ToolUses.isInUse(context.before?.root), ToolUses.isInUse(context.after?.root),
      let after = context.after?.root,
      let (isRaised, _) = DataClass.step(context.before?.root["data"], after["data"]), isRaised
    else { return nil }
    let covered =
      context.positions(at: "data", "classification") + context.positions(at: "data", "customerData")
    if ToolVetting.missing(after).isEmpty, ToolVetting.isRenewed(context.before?.root, after) {
      return Judgement(
        .notable, ChangeReason("vetted-anew", "vetted again in the same step"), covers: covered)
    }
    let topics = ToolVetting.missing(after)
    let text = topics.isEmpty ? "its vettings are older" : "no passed vetting for \(Clause.list(topics))"
    return Judgement(.risky, ChangeReason("vetting-older", text), covers: covered)
  }
}
