internal import Graphs
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags teams that stand above each other.
public struct HierarchyCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/hierarchy-cycle", .error,
    summary: "Teams that are each other's parents in a circle.",
    why:
      "A team that stands above itself has nobody above it: decisions cannot be escalated, and sums count twice.",
    remedy: "Take out the parent that is wrong.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two teams above each other",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": [], "parent": ⟦"product"⟧}"#,
      #"{"kind": "team", "id": "product", "title": "Product", "members": [], "parent": "growth"}"#),
    .good(
      "One above the other",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": [], "parent": "product"}"#,
      #"{"kind": "team", "id": "product", "title": "Product", "members": []}"#),
  ]

  /// Looks for circles among parents: one finding for each.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    let teams = Array(snapshot.definitions(of: "team"))
    let numbers = Dictionary(uniqueKeysWithValues: teams.enumerated().map { ($1.position, $0) })
    let graph = Cycles(
      teams.map { team in
        let parent = context.relations.target(team.definition["parent"], kind: "team")
        return parent.flatMap { numbers[$0.position] }.map { [$0] } ?? []
      })
    for component in graph.components() {
      guard let start = component.min(by: { teams[$0].definition.id < teams[$1].definition.id }) else {
        continue
      }
      let circle = graph.circle(from: start, in: component).map { teams[$0].definition }
      report.report(
        .cycle(circle.map(\.id)), field: "parent", of: circle[0],
        notes: circle.dropFirst().prefix(RuleNote.limit).map { team in
          RuleNote("'\(team.id)' names its parent here", at: team["parent"] ?? team.root, in: team)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func cycle(_ ids: [String]) -> Self {
    guard ids.count > 1 else { return Self("'\(ids[0])' is its own parent") }
    let shown = ids.count > 12 ? ids.prefix(12) + ["\(ids.count - 12) more"] : ids[...]
    return Self("these teams stand above each other: \((shown + [ids[0]]).joined(separator: " → "))")
  }
}
