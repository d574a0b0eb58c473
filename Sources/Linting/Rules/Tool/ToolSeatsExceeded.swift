public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that more people use than seats were bought.
public struct ToolSeatsExceeded: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/seats-exceeded", .error,
    summary: "More seats are active than were purchased.",
    why: "The vendor will ask for the difference, and at renewal there is nothing to negotiate with.",
    remedy: "Buy the missing seats, or take access from those who do not need it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two seats too many",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "seats": {"purchased": 10, "active": ⟦12⟧, "asOf": "2026-01-05"}}
      """#),
    .good(
      "All seats in use",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "seats": {"purchased": 10, "active": 10, "asOf": "2026-01-05"}}
      """#),
  ]

  /// Compares the seats of every tool.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") {
      guard let seats = tool["seats"], let purchased = seats["purchased"]?.integer,
        let value = seats["active"],
        let active = value.integer, active > purchased
      else { continue }
      report.report(.exceeded(tool, active, purchased), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func exceeded(_ tool: Definition, _ active: Int, _ purchased: Int) -> Self {
    Self("\(tool.title) has \(active) active seats, and \(purchased) were purchased")
  }
}
