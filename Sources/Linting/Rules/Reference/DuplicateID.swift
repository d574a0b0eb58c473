public import Diagnostics
internal import Workspaces

/// Flags a definition whose kind and id another file has declared.
public struct DuplicateID: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "reference/duplicate-id", .error,
    summary: "Two files declare a definition of the same kind and id.",
    why: "References, history and reports mean one of the two, and nobody can tell which.",
    remedy: "Give one of them another id, or delete the copy.", isWaivable: false)

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A copy kept its id",
      #"{"kind": "team", "id": ⟦"growth"⟧, "title": "Growth", "members": []}"#,
      #"{"kind": "team", "id": "growth", "title": "Growth in Europe", "members": []}"#),
    .good(
      "Ids of different kinds do not meet",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#,
      #"{"kind": "plan", "id": "growth", "title": "Growth in 2026", "product": "Shop", "period": "2026"}"#),
  ]

  /// Looks up every definition by its name; of two the first is found.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for position in snapshot.namesakes {
      let definition = snapshot.definitions[position]
      guard let first = snapshot.position(kind: definition.kind, id: definition.id) else { continue }
      let other = snapshot.definitions[first]
      report.report(
        .duplicate(definition, snapshot), atStartOf: definition,
        notes: [RuleNote("it stands here first", at: other["id"] ?? other.root, in: other)])
    }
  }
}

extension RuleMessage {
  fileprivate static func duplicate(_ definition: Definition, _ snapshot: Snapshot) -> Self {
    Self(
      "\(Wording.withArticle(definition.kind)) named '\(definition.id)' exists already",
      discriminator: snapshot.path(of: definition).text)
  }
}
