internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps that somebody is accountable for whom no team has.
public struct ProcessRoleUnfilled: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/role-unfilled", .warning,
    summary: "Nobody in any team has the role that a step of an adopted process makes accountable.",
    why: "The step is done by chance, or by nobody.",
    remedy: "Name a role that people have, as it is written in their team, or fill the vacancy.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nobody is a release manager",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "go", "title": "Go",
       "accountable": ⟦"release manager"⟧}]}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana",
       "role": "product manager"}]}
      """#),
    .good(
      "Somebody is",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "go", "title": "Go",
       "accountable": "Product Manager"}]}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana",
       "role": "product manager"}]}
      """#),
  ]

  /// Holds the accountable roles of adopted processes against the roles of all members of teams.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var roles: Set<String> = []
    for (_, team) in context.all("team") where !team.has("status", "disbanded") {
      for member in team.items("members") where context.passed(member["to"]) == nil {
        if let role = member.string("role") { roles.insert(Wording.folded(role)) }
      }
    }
    if roles.isEmpty { return }
    for (_, process) in context.all("process") where process.has("status", "adopted") {
      for step in process.items("steps") {
        guard let value = step["accountable"], let role = value.string, !roles.contains(Wording.folded(role))
        else { continue }
        report.report(.unfilled(step, role, roles.sorted()), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func unfilled(_ step: JSONValue, _ role: String, _ roles: [String]) -> Self {
    Self(
      "step '\(step.string("id") ?? "")' is the task of a \(role), and nobody in any team is one",
      candidates: NearestNames.candidates(for: role, among: roles))
  }
}
