public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags processes that replace each other in a circle.
public struct ProcessSuccessorCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/successor-cycle", .error,
    summary: "Following the successors of a process leads back to it.",
    why: "Nobody can tell which of them is to be followed.",
    remedy: "Decide which process is current, and take its `replacedBy` away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Each is replaced by the other",
      #"""
      {"kind": "process", "id": "planning", "title": "Planning", "purpose": "Nobody is surprised.",
       "status": "adopted", "steps": [], "replacedBy": ⟦"weekly-sync"⟧}
      """#,
      #"""
      {"kind": "process", "id": "weekly-sync", "title": "Weekly sync", "purpose": "Nobody is surprised.",
       "status": "adopted", "steps": [], "replacedBy": "planning"}
      """#),
    .good(
      "One is current",
      #"""
      {"kind": "process", "id": "weekly-sync", "title": "Weekly sync", "purpose": "Nobody is surprised.",
       "steps": [], "status": "retired", "replacedBy": "planning"}
      """#,
      #"""
      {"kind": "process", "id": "planning", "title": "Planning", "purpose": "Nobody is surprised.",
       "status": "adopted", "steps": []}
      """#),
  ]

  /// Looks for cycles among the successors of processes.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for cycle in context.cycles("process", links: { $0["replacedBy"].map { [$0] } ?? [] }) {
      guard let first = cycle.first else { continue }
      let notes = cycle.dropFirst().prefix(8).map {
        RuleNote("which is replaced here", at: $0.value, in: $0.definition)
      }
      report.report(
        .processCycle(cycle.map(\.definition.id)), at: first.value, in: first.definition, notes: notes)
    }
  }
}

extension RuleMessage {
  fileprivate static func processCycle(_ ids: [String]) -> Self {
    ids.count == 1
      ? Self("process '\(ids[0])' is replaced by itself")
      : Self("process '\(ids[0])' is replaced by \(Wording.list(Array(ids.dropFirst()))), and so by itself")
  }
}
