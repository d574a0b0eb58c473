public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags two adopted processes that begin on the same occasion for the same team.
public struct ProcessDuplicateTrigger: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/duplicate-trigger", .warning,
    summary: "Two adopted processes have the same trigger and a team in common.",
    why: "The team follows one of them, and the other departments expect the other.",
    remedy: "Make one of them part of the other, or say more exactly when each begins.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two answers to one occasion",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "trigger": "A launch gets a date", "teams": ["growth"]}
      """#,
      #"""
      {"kind": "process", "id": "launch-playbook", "title": "Launch playbook",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "trigger": ⟦"A launch gets a date"⟧, "teams": ["growth"]}
      """#),
    .good(
      "For different teams",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "trigger": "A launch gets a date", "teams": ["growth"]}
      """#,
      #"""
      {"kind": "process", "id": "launch-playbook", "title": "Launch playbook",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [],
       "trigger": "A launch gets a date", "teams": ["search"]}
      """#),
  ]

  /// Groups adopted processes by trigger and team.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var known: [[String]: Definition] = [:]
    for (_, process) in context.all("process") where process.has("status", "adopted") {
      guard let value = process["trigger"], let trigger = value.string.map(Wording.folded) else { continue }
      let named = process.items("teams").compactMap(\.string)
      var other: Definition?
      var shared: [String] = []
      for team in named.isEmpty ? [""] : named {
        if let first = known[[trigger, team]] {
          other = other ?? first
          shared.append(team)
        } else {
          known[[trigger, team]] = process
        }
      }
      guard let other else { continue }
      let note = other["trigger"].map { RuleNote("the same trigger", at: $0, in: other) }
      report.report(
        .sameTrigger(process, other, shared), at: value, in: process, notes: note.map { [$0] } ?? [])
    }
  }
}

extension RuleMessage {
  fileprivate static func sameTrigger(_ process: Definition, _ other: Definition, _ teams: [String]) -> Self {
    let whom = teams == [""] ? "" : " for \(Wording.list(teams))"
    return Self("\(process.title) begins on the same occasion as \(other.title)\(whom)")
  }
}
