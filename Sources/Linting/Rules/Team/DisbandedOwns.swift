public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags a disbanded team that living definitions still count on.
public struct DisbandedOwns: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/disbanded-owns", .warning,
    summary: "A disbanded team that tools, processes, studies or launches still name.",
    why: "Licences are paid for nobody, briefings reach nobody, and processes wait for a team that is gone.",
    remedy: "Put the team that took over in its place, or take it out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A tool for a team that is gone",
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "status": ⟦"disbanded"⟧}"#,
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "status": "adopted", "category": "docs", "teams": ["web"]}
      """#),
    .good(
      "What it said stays said",
      #"{"kind": "team", "id": "web", "title": "Web", "members": [], "status": "disbanded"}"#,
      #"""
      {"kind": "insight", "id": "guests", "title": "Guests leave", "statement": "Guests leave at the log-in",
        "feedback": [{"from": "web", "on": "2025-02-03", "text": "Every second caller asks for it"}]}
      """#),
  ]

  /// Looks at everything but initiatives, which have a rule of their own, that refers to a disbanded team.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for (position, team) in snapshot.definitions(of: "team") where Relations.isDisbanded(team) {
      var places: [(value: JSONValue, definition: Definition)] = []
      for index in snapshot.referrers(of: position) {
        let reference = snapshot.references[Int(index)]
        let definition = snapshot.definitions[Int(reference.source)]
        let value = JSONValue(document: definition.root.document, index: Int(reference.node))
        guard definition.kind != "initiative", Int(reference.source) != position,
          definition["parent"]?.index != value.index, context.lifecycles.isLive(definition),
          !isHistory(value, snapshot.library.shape(of: definition.kind))
        else { continue }
        places.append((value, definition))
      }
      guard let first = places.first else { continue }
      report.report(
        .stillNamed(first.definition, places.count - 1), field: "status", of: team,
        notes: places.prefix(RuleNote.limit).map {
          RuleNote("\($0.definition.kind) '\($0.definition.id)' names it", at: $0.value, in: $0.definition)
        })
    }
  }

  /// Whether a value stands in a list that only grows: what happened does not change.
  private static func isHistory(_ value: JSONValue, _ shape: Shape?) -> Bool {
    var shape = shape
    for step in value.document.steps(to: value.index) {
      switch step {
      case .member(let name): shape = shape?[name]
      case .item:
        if shape?.listKind == .appendOnly { return true }
        shape = shape?.items
      }
    }
    return false
  }
}

extension RuleMessage {
  fileprivate static func stillNamed(_ first: Definition, _ others: Int) -> Self {
    let tail = others > 0 ? " and \(others) more \(others > 1 ? "places" : "place")" : ""
    return Self(
      "it is disbanded, but the \(first.kind) '\(first.id)'\(tail) still \(others > 0 ? "name" : "names") it")
  }
}
