internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools in use whose contract ended in the past.
public struct ToolContractLapsed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/contract-lapsed", .warning,
    summary: "The renewal date of a tool in use has passed.",
    why:
      "Either people work without a contract, or it renewed unseen and the next day of notice is "
      + "written nowhere.",
    remedy: "Write the new term into `contract`, or retire the tool.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It ended, and the tool is in use",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-01-01", "renews": ⟦"2026-01-01"⟧, "noticeDays": 30,
       "autoRenew": false}}
      """#),
    .good(
      "It goes on",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2026-01-01", "renews": "2027-01-01", "noticeDays": 30,
       "autoRenew": false}}
      """#),
    .good(
      "It ended with the tool",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "retired", "contract": {"start": "2025-01-01", "renews": "2026-01-01", "noticeDays": 30,
       "autoRenew": false}}
      """#),
  ]

  /// Looks at the renewal date of tools that are tried, in use or deprecated.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted", "deprecated") {
      guard let contract = tool["contract"], let value = contract["renews"], let renews = context.day(value),
        renews < context.asOf
      else { continue }
      report.report(.lapsed(tool, renews, contract["autoRenew"]?.bool == true), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func lapsed(_ tool: Definition, _ renews: Day, _ byItself: Bool) -> Self {
    byItself
      ? Self(
        "the contract of \(tool.title) renewed by itself on \(renews), and the new term is not written down",
        help: "Write the next renewal date.")
      : Self("the contract of \(tool.title) ended on \(renews), and the status is \(tool.status)")
  }
}
