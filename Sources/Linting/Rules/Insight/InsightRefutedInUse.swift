public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags plans that rest on something known to be wrong.
public struct InsightRefutedInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/refuted-in-use", .warning,
    summary: "An initiative that is not over cites a refuted insight as evidence.",
    why: "The reason for the work is gone, and nobody has asked whether there is another.",
    remedy: "Take the evidence away and see whether the initiative still stands; if not, cancel it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Refuted, and still a reason",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "evidence": [⟦"insight:guests-leave"⟧]}
      """#,
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "refuted"}
      """#),
    .good(
      "The insight holds",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "evidence": ["insight:guests-leave"]}
      """#,
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "new"}
      """#),
  ]

  /// Looks at the evidence of initiatives that are candidates, committed or in progress.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.all("initiative")
    where initiative.has("status", oneOf: "candidate", "committed", "in-progress") {
      for value in initiative.items("evidence") {
        guard let insight = context.target(value, "insight"), insight.has("status", "refuted") else {
          continue
        }
        report.report(.refuted(initiative, insight), at: value, in: initiative)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func refuted(_ initiative: Definition, _ insight: Definition) -> Self {
    Self("'\(initiative.id)' is \(initiative.status) because of insight '\(insight.id)', which is refuted")
  }
}
