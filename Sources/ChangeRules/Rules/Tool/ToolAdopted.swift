public import Diffing
internal import JSONSyntax

/// Tells that a tool becomes part of the stack.
public struct ToolAdopted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/adopted", .risky, watches: ["tool/status"],
    summary: "A tool is adopted.",
    why:
      "From now on teams build on it and data lies in it: what was not decided or vetted by now is never looked at again.",
    remedy:
      "Write the decision under `evaluation.decision`, and have the tool vetted for the data that it holds.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nobody wrote down why", before: trial, change: #"{"status": "adopted"}"#, as: .risky),
    .found(
      "Personal data, and privacy never looked at it", before: trial,
      change: #"""
        {"status": "adopted", "data": {"classification": "personal"},
         "evaluation": {"criteria": [], "decision": "Adopt: cheapest."},
         "vetting": [{"topic": "security", "status": "passed", "on": "2026-01-05", "by": "@dana"}]}
        """#,
      as: .risky),
    .found(
      "Decided and vetted", before: trial,
      change: #"""
        {"status": "adopted", "evaluation": {"criteria": [], "decision": "Adopt: cheapest."},
         "vetting": [{"topic": "security", "status": "passed", "on": "2026-01-05", "by": "@dana"}]}
        """#,
      as: .notable),
    .left("It stays on trial", before: trial, change: #"{"vendor": "Sample Ltd"}"#),
  ]

  private static let trial = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "trial",
     "data": {"classification": "confidential"}}
    """#

  /// Asks for the decision and for the vettings that the data needs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "adopted"),
      context.was("status", oneOf: "proposed", "evaluating", "trial"), let tool = context.after?.root
    else { return nil }
    var missing: [String] = []
    if tool["evaluation"]?["decision"]?.string == nil { missing.append("no decision is recorded") }
    let topics = ToolVetting.missing(tool)
    if !topics.isEmpty { missing.append("no passed vetting for \(Clause.list(topics))") }
    if missing.isEmpty { return Judgement(.notable, ChangeReason("decided", "decided and vetted")) }
    return Judgement(.risky, ChangeReason("not-decided", Clause.list(missing)))
  }
}
