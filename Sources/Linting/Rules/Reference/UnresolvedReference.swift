public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a reference whose target is declared nowhere.
public struct UnresolvedReference: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "reference/unresolved", .error,
    summary: "A reference to a definition that does not exist.",
    why: "A plan that points at nothing cannot be reviewed, scheduled or reported on.",
    remedy: "Correct the id, or add the definition that is meant.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The team's id is misspelt",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": ⟦"growht"⟧}"#,
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#),
    .good(
      "The team exists",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth"}"#,
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#),
  ]

  /// Looks at every reference of the tree.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for reference in snapshot.references where reference.target < 0 {
      let definition = snapshot.definitions[Int(reference.source)]
      let value = JSONValue(document: definition.root.document, index: Int(reference.node))
      guard let slot = snapshot.library.slot(of: definition.kind) else { continue }
      let kinds = snapshot.library.roles(slot)[Int(reference.role)].field.kinds
      report.report(.unresolved(value, kinds, snapshot), at: value, in: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func unresolved(_ value: JSONValue, _ kinds: [String], _ snapshot: Snapshot) -> Self {
    let text = value.string ?? ""
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let named = kinds.count > 1 && parts.count == 2
    let kind = named ? parts[0] : kinds[0]
    let id = String((named ? parts[1] : text).prefix { $0 != "/" })
    if kinds.count > 1, !named {
      return Self(
        "'\(text)' does not say its kind", help: "Write it as kind:id; the kind is one of \(kinds.joined(separator: ", ")).",
        candidates: kinds.filter { snapshot.position(kind: $0, id: text) != nil }.map { "\($0):\(text)" })
    }
    guard kinds.contains(kind) else {
      return Self(
        "a \(kind) cannot be referred to here", help: "Only \(kinds.joined(separator: ", ")) can stand here.",
        candidates: kinds.filter { snapshot.position(kind: $0, id: id) != nil }.map { "\($0):\(id)" })
    }
    let names = snapshot.definitions(of: kind).map(\.definition.id)
    let others = snapshot.library.kindNames.filter { $0 != kind && snapshot.position(kind: $0, id: id) != nil }
    let candidates = NearestNames.candidates(for: id, among: names).map { named ? "\(kind):\($0)" : $0 }
    let help = others.first.map { "There is a \($0) of that name, but this field refers to a \(kind)." } ?? ""
    return Self("no \(kind) is named '\(id)'", help: help, candidates: candidates)
  }
}
