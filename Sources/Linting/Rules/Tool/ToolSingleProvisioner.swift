internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that fewer than two people here can give access to.
public struct ToolSingleProvisioner: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/single-provisioner", .warning,
    summary:
      "A tool that people work with has fewer than two provisioners who are still members of a team.",
    why: "While that one person is away, nobody joins and, worse, nobody who left loses access.",
    remedy: "Name a second person in `access.provisioners`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "One of the two has left",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "access": {"sso": true, "provisioners": ⟦["@ana", "@ben"]⟧}}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "pm"},
       {"id": "ben", "role": "pm", "to": "2025-10-31"}]}
      """#),
    .good(
      "Two people",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "access": {"sso": true, "provisioners": ["@ana", "@cy"]}}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "pm"},
       {"id": "cy", "role": "pm"}]}
      """#),
  ]

  /// Counts the provisioners of tools in use, without those who have left their teams.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted", "deprecated") {
      guard let list = tool["access"]?["provisioners"] else { continue }
      var present: [String] = []
      var gone: [String] = []
      for handle in list.items.compactMap(\.string) {
        if hasLeft(handle, context) { gone.append(handle) } else { present.append(handle) }
      }
      if present.count < 2 { report.report(.provisioners(tool, present, gone), at: list, in: tool) }
    }
  }

  /// Whether a person is known and a member of no team any more; who is not known at all counts as present.
  private static func hasLeft(_ handle: String, _ context: LintContext) -> Bool {
    guard let places = context.snapshot.people[Handle.folded(handle)] else { return false }
    return places.allSatisfy { place in context.passed(place.value["to"]) != nil }
  }
}

extension RuleMessage {
  fileprivate static func provisioners(_ tool: Definition, _ present: [String], _ gone: [String]) -> Self {
    let who = present.isEmpty ? "nobody" : "only \(present[0])"
    let left = gone.isEmpty ? "" : "; \(Wording.list(gone)) left"
    return Self("\(who) can give or take access to \(tool.title)\(left)")
  }
}
