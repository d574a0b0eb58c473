internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags vettings that have run out.
public struct ToolVettingExpired: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/vetting-expired", .warning,
    summary: "A vetting of a tool in use was valid until a day that has passed.",
    why:
      "What was checked then need not hold today: vendors change their terms, their owners and their "
      + "subcontractors.",
    remedy: "Have it vetted again and write the new date.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Valid until last year",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "vetting": [{"topic": "privacy", "status": "passed", "on": "2023-12-01",
       "by": "@dana", "until": ⟦"2025-11-30"⟧}]}
      """#),
    .good(
      "Still valid",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "vetting": [{"topic": "privacy", "status": "passed", "on": "2024-12-01",
       "by": "@dana", "until": "2026-11-30"}]}
      """#),
  ]

  /// Looks at the vettings of tools in use.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted", "deprecated") {
      for item in tool.items("vetting") where item.has("status", oneOf: "passed") {
        guard let value = item["until"], let until = context.passed(value) else { continue }
        report.report(.expired(tool, item.string("topic") ?? "", until), at: value, in: tool)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func expired(_ tool: Definition, _ topic: String, _ until: Day) -> Self {
    Self("the \(topic) vetting of \(tool.title) was valid until \(until)")
  }
}
