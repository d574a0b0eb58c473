internal import Graphs
internal import JSONSyntax
internal import Workspaces

extension LintContext {
  /// Reports each circle of definitions of `kind` that name each other as their successors.
  func reportSuccessorCycles(of kind: String, _ report: inout Reporter) {
    for cycle in cycles(kind, links: { $0["replacedBy"].map { [$0] } ?? [] }) {
      guard let first = cycle.first else { continue }
      let notes = cycle.dropFirst().prefix(8).map {
        RuleNote("which is replaced here", at: $0.value, in: $0.definition)
      }
      report.report(
        .successorCycle(kind, cycle.map(\.definition.id)), at: first.value, in: first.definition, notes: notes
      )
    }
  }
}

extension RuleMessage {
  fileprivate static func successorCycle(_ kind: String, _ ids: [String]) -> Self {
    ids.count == 1
      ? Self("\(kind) '\(ids[0])' is replaced by itself")
      : Self("\(kind) '\(ids[0])' is replaced by \(Wording.list(Array(ids.dropFirst()))), and so by itself")
  }
}
