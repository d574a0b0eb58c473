public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools with many seats that nobody uses.
public struct ToolSeatsIdle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/seats-idle", .warning,
    summary: "Fewer of a tool's seats are active than it takes to be worth them. Option `percent` (60).",
    why: "Idle seats are the easiest money to find, and a sign that the tool was not taken up.",
    remedy: "Buy fewer at the next renewal, or find out why people do not use it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Four of ten",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "seats": {"purchased": 10, "active": ⟦4⟧, "asOf": "2026-01-05"}}
      """#),
    .good(
      "Eight of ten",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "seats": {"purchased": 10, "active": 8, "asOf": "2026-01-05"}}
      """#),
  ]

  /// Compares the seats of adopted tools with five seats and more.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let percent = context.number("percent", of: metadata, standard: 60)
    for (_, tool) in context.all("tool") where tool.has("status", "adopted") {
      guard let seats = tool["seats"], let purchased = seats["purchased"]?.integer,
        let value = seats["active"],
        let active = value.integer, active >= 0, purchased >= 5, purchased <= 1_000_000_000,
        active <= purchased,
        active * 100 < purchased * min(max(percent, 0), 100)
      else { continue }
      report.report(.idle(tool, active, purchased), at: value, in: tool)
    }
  }
}

extension RuleMessage {
  fileprivate static func idle(_ tool: Definition, _ active: Int, _ purchased: Int) -> Self {
    Self("only \(active) of \(purchased) seats of \(tool.title) are in use, \(active * 100 / purchased) %")
  }
}
