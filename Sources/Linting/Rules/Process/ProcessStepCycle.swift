internal import Graphs
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags steps that wait for themselves.
public struct ProcessStepCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/step-cycle", .error,
    summary: "Following what the steps of a process wait for leads back to the same step.",
    why: "Whoever follows the process can never begin with any of them.",
    remedy: "Decide which of the steps comes first, and take its `after` away.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Each waits for the other",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "brief", "title": "Brief",
       "accountable": "pm", "after": [⟦"write"⟧]}, {"id": "write", "title": "Write", "accountable": "pm",
       "after": ["brief"]}]}
      """#),
    .good(
      "One after the other",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "write", "title": "Write",
       "accountable": "pm"}, {"id": "brief", "title": "Brief", "accountable": "pm", "after": ["write"]}]}
      """#),
  ]

  /// Looks for cycles among the steps of each process.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, process) in context.all("process") {
      let steps = Array(process.items("steps"))
      let ids = steps.map { $0.string("id") ?? "" }
      let indices = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
      let edges = steps.map { step in step.items("after").compactMap { $0.string.flatMap { indices[$0] } } }
      for cycle in Cycles(edges).circles() {
        guard let first = cycle.first, let next = cycle.dropFirst().first ?? cycle.first,
          let value = steps[first].items("after").first(where: { $0.string == ids[next] })
        else { continue }
        report.report(.stepCycle(cycle.map { ids[$0] }), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func stepCycle(_ ids: [String]) -> Self {
    ids.count == 1
      ? Self("step '\(ids[0])' waits for itself")
      : Self("step '\(ids[0])' waits for itself, by way of \(Wording.list(Array(ids.dropFirst())))")
  }
}
