internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps, integrations, studies and metrics that need a tool which is switched off soon.
public struct ToolSwitchOffNear: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/switch-off-near", .warning,
    summary: "A deprecated tool is switched off soon, or was, and is still used. Option `days` (60).",
    why: "On that day processes stop and numbers are missing, and everybody is surprised at once.",
    remedy: "Move this use to the successor before that day, or move the day.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A month is left, and a step still needs it",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "retirement": {"announced": "2025-10-01", "off": "2026-02-15"}}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm", "tools": [⟦"old-wiki"⟧]}]}
      """#),
    .good(
      "There is time to move",
      #"""
      {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Surveys",
       "status": "deprecated", "retirement": {"announced": "2025-10-01", "off": "2026-12-31"}}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm", "tools": ["old-wiki"]}]}
      """#),
  ]

  /// Looks at the uses of deprecated tools whose last day is near.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let ahead = context.number("days", of: metadata, standard: 60)
    for use in context.currentToolUses(withMetrics: true) where use.tool.has("status", "deprecated") {
      guard let off = context.when(use.tool["retirement"]?["off"])?.last,
        context.asOf.days(until: off) <= ahead
      else { continue }
      report.report(
        .offSoon(use.tool, in: use.definition, off, context.asOf), at: use.value, in: use.definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func offSoon(_ tool: Definition, in definition: Definition, _ off: Day, _ today: Day)
    -> Self
  {
    let words = DayDistance.words(today.days(until: off))
    let when = off < today ? "was to be switched off \(words) ago" : "is switched off in \(words)"
    return Self("this \(definition.kind) uses \(tool.title), which \(when) (\(off))")
  }
}
