public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools under contract without their cost.
public struct ToolCostMissing: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/cost-missing", .info,
    summary: "An adopted tool has a contract and no cost.",
    why: "Without it nobody can say what the tools cost together, or what is saved by leaving one.",
    remedy: "Add `cost`, as it stands in the contract.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A contract without a price",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": ⟦{"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 30,
       "autoRenew": true}⟧}
      """#),
    .good(
      "With its price",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 30,
       "autoRenew": true}, "cost": {"amount": 49.9, "currency": "EUR", "per": "month", "model": "seat"}}
      """#),
  ]

  /// Looks at adopted tools with a contract.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", "adopted") && tool["cost"] == nil {
      if let contract = tool["contract"] { report.report(.noCost(tool), at: contract, in: tool) }
    }
  }
}

extension RuleMessage {
  fileprivate static func noCost(_ tool: Definition) -> Self {
    Self("\(tool.title) has a contract, but what it costs is written nowhere")
  }
}
