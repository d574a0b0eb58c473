public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps that are to be done by a template which is no longer kept.
public struct ProcessTemplateDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/template-dead", .warning,
    summary: "A step of a followed process names a template that is deprecated or retired.",
    why: "People fill in a form that nobody reads any more.",
    remedy: "Name the template that replaced it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The template is retired",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm", "template": ⟦"old-briefing"⟧}]}
      """#,
      #"""
      {"kind": "process", "id": "old-briefing", "title": "Old briefing",
       "purpose": "Nobody is surprised.", "steps": [], "type": "template", "status": "retired"}
      """#),
    .good(
      "The template is kept",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm", "template": "briefing"}]}
      """#,
      #"""
      {"kind": "process", "id": "briefing", "title": "Briefing", "purpose": "Nobody is surprised.",
       "status": "adopted", "steps": [], "type": "template"}
      """#),
  ]

  /// Looks at the templates of steps.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, process) in context.all("process") where process.has("status", oneOf: "trial", "adopted") {
      for step in process.items("steps") {
        guard let value = step["template"], let template = context.target(value, "process"), template.isFading
        else { continue }
        report.report(.templateDead(template), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func templateDead(_ template: Definition) -> Self {
    let successor = template["replacedBy"]?.string
    return Self(
      "template '\(template.id)' is \(template.status)",
      help: successor.map { "Its successor is '\($0)'." } ?? "",
      candidates: successor.map { [$0] } ?? [])
  }
}
