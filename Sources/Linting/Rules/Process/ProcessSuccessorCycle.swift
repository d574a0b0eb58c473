internal import Graphs
public import Diagnostics

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
    context.reportSuccessorCycles(of: "process", &report)
  }
}
