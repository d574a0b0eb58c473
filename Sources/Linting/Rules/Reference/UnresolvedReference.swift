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
      RuleExample.growth),
    .bad(
      "The team has a new id",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": ⟦"web"⟧}"#,
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": [], "formerly": ["web"]}"#),
    .good(
      "The team exists",
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth"}"#,
      RuleExample.growth),
  ]

  /// Looks at every reference of the tree.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    var names = KnownNames(snapshot)
    for reference in snapshot.references where reference.target < 0 {
      let definition = snapshot.definitions[Int(reference.source)]
      let value = JSONValue(document: definition.root.document, index: Int(reference.node))
      guard let slot = snapshot.library.slot(of: definition.kind) else { continue }
      let kinds = snapshot.library.roles(slot)[Int(reference.role)].field.kinds
      report.report(.unresolved(value, kinds, &names), at: value, in: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func unresolved(_ value: JSONValue, _ kinds: [String], _ names: inout KnownNames) -> Self
  {
    let text = value.string ?? ""
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let named = kinds.count > 1 && parts.count == 2
    let kind = named ? parts[0] : kinds[0]
    let (id, part) = divided(named ? parts[1] : text)
    if kinds.count > 1, !named {
      return Self(
        "'\(text)' does not say its kind",
        help: "Write it as kind:id; the kind is one of \(kinds.joined(separator: ", ")).",
        candidates: kinds.filter { names.isThere($0, text) }.map { "\($0):\(text)" })
    }
    guard kinds.contains(kind) else {
      return Self(
        "\(Wording.withArticle(kind)) cannot be referred to here",
        help: "Only \(kinds.joined(separator: ", ")) can stand here.",
        candidates: kinds.filter { names.isThere($0, id) }.map { "\($0):\(id)" })
    }
    func spelling(_ id: String) -> String { (named ? "\(kind):" : "") + id + part }
    if let now = names.successor(of: id, kind: kind) {
      return Self(
        "the \(kind) '\(id)' is called '\(now)' now", help: "Write the new id.", candidates: [spelling(now)])
    }
    let other = names.snapshot.library.kindNames.first { $0 != kind && names.isThere($0, id) }
    let help =
      other.map {
        "There is \(Wording.withArticle($0)) of that name, but this field refers to \(Wording.withArticle(kind))."
      } ?? ""
    return Self(
      "no \(kind) is named '\(id)'", help: help, candidates: names.nearest(to: id, kind: kind).map(spelling))
  }

  /// The id, and the part that follows it with its slash.
  private static func divided(_ text: String) -> (id: String, part: String) {
    let id = String(text.prefix { $0 != "/" })
    return (id, String(text.dropFirst(id.count)))
  }
}
