public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a team below one that does not exist any more.
public struct ParentDisbanded: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/parent-disbanded", .warning,
    summary: "A team whose parent was disbanded.",
    why:
      "Nobody stands above the team: what it escalates reaches no one, and its work is missing from every sum.",
    remedy: "Name the team that it belongs to today, or take the parent out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The parent is gone",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": [], "parent": ⟦"product"⟧}"#,
      #"{"kind": "team", "id": "product", "title": "Product", "members": [], "status": "disbanded"}"#),
    .good(
      "Both are gone",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [], "parent": "product", "status": "disbanded"}
      """#,
      #"{"kind": "team", "id": "product", "title": "Product", "members": [], "status": "disbanded"}"#),
  ]

  /// Looks at the parents of teams that exist.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, team) in context.snapshot.definitions(of: "team") where !Relations.isDisbanded(team) {
      guard let value = team["parent"],
        let parent = context.relations.target(value, kind: "team")?.definition,
        Relations.isDisbanded(parent)
      else { continue }
      report.report(
        .disbanded(parent), at: value, in: team,
        notes: [RuleNote("here", at: parent["status"] ?? parent.root, in: parent)])
    }
  }
}

extension RuleMessage {
  fileprivate static func disbanded(_ parent: Definition) -> Self {
    Self(
      "the parent '\(parent.id)' was disbanded",
      candidates: parent["parent"]?.string.map { [$0] } ?? [])
  }
}
