public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches and tools that still point at a process which is on its way out.
public struct ProcessRetiredInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/retired-in-use", .warning,
    summary:
      "A launch that is planned, or the training or migration of a tool in use, follows a deprecated or "
      + "retired process.",
    why: "Two departments follow two versions of one process, and each waits for the other.",
    remedy: "Follow the successor; where there is none, keep the process until this is over.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A launch follows the old checklist",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "process": ⟦"old-checklist"⟧}
      """#,
      #"""
      {"kind": "process", "id": "old-checklist", "title": "Old checklist",
       "purpose": "Nobody is surprised.", "steps": [], "status": "retired",
       "replacedBy": "launch-checklist"}
      """#),
    .good(
      "The launch is over",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "done", "process": "old-checklist"}
      """#,
      #"""
      {"kind": "process", "id": "old-checklist", "title": "Old checklist",
       "purpose": "Nobody is surprised.", "steps": [], "status": "retired"}
      """#),
  ]

  /// Looks at the processes that planned launches and tools in use name.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go", "held") {
      look(at: launch["process"], in: launch, context, &report)
    }
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted", "deprecated") {
      for value in tool.items("training") { look(at: value, in: tool, context, &report) }
      look(at: tool["retirement"]?["migration"], in: tool, context, &report)
    }
  }

  private static func look(
    at value: JSONValue?, in definition: Definition, _ context: LintContext, _ report: inout Reporter
  ) {
    guard let value, let process = context.target(value, "process"), process.isFading else { return }
    report.report(.processDead(process, definition), at: value, in: definition)
  }
}

extension RuleMessage {
  fileprivate static func processDead(_ process: Definition, _ definition: Definition) -> Self {
    let successor = process["replacedBy"]?.string
    return Self(
      "this \(definition.kind) follows '\(process.id)', which is \(process.status)",
      help: successor.map { "Its successor is '\($0)'." } ?? "", candidates: successor.map { [$0] } ?? [])
  }
}
