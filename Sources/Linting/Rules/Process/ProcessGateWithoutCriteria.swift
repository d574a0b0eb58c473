public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags gates that nothing can fail.
public struct ProcessGateWithoutCriteria: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/gate-without-criteria", .warning,
    summary: "A gate has no criteria.",
    why: "A gate without criteria is a meeting: whoever speaks last decides.",
    remedy: "Write what has to be true to pass, so that two people would decide alike.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nothing to check",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "go", "title": "Go",
       "accountable": "pm", "gate": {"criteria": ⟦[]⟧}}]}
      """#),
    .good(
      "Something to check",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "go", "title": "Go",
       "accountable": "pm", "gate": {"criteria": ["Support is trained"]}}]}
      """#),
  ]

  /// Looks at the gates of steps and milestones.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (kind, list) in [("initiative", "milestones" as StaticString), ("process", "steps")] {
      for (_, definition) in context.all(kind) {
        for item in definition.items(list) {
          guard let criteria = item["gate"]?["criteria"], criteria.kind == .array, criteria.count == 0 else {
            continue
          }
          report.report(.nothingToCheck(item), at: criteria, in: definition)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func nothingToCheck(_ item: JSONValue) -> Self {
    Self("the gate of '\(item.string("id") ?? "")' has no criteria, so nothing can fail it")
  }
}
