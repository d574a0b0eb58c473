public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an old id that is another definition's id, or that two definitions claim.
public struct FormerlyInUse: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "reference/formerly-in-use", .error,
    summary: "An id under \"formerly\" that another definition has, or claims as well.",
    why: "\"formerly\" joins the history of a renamed definition; two owners of one id mix two histories.",
    remedy:
      "Take the id out where it does not belong; a thing that takes over from another says \"replaces\".")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The old id has been given to a new team",
      #"{"kind": "team", "id": "activation", "title": "Activation", "members": [], "formerly": [⟦"growth"⟧]}"#,
      RuleExample.growth),
    .bad(
      "Two teams were once one",
      #"{"kind": "team", "id": "activation", "title": "Activation", "members": [], "formerly": ["growth"]}"#,
      #"{"kind": "team", "id": "billing", "title": "Billing", "members": [], "formerly": [⟦"growth"⟧]}"#),
    .good(
      "The old id is gone",
      #"{"kind": "team", "id": "activation", "title": "Activation", "members": [], "formerly": ["growth"]}"#),
  ]

  /// Looks at every old id.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    var claims: [String: (value: JSONValue, definition: Definition)] = [:]
    for definition in snapshot.definitions {
      for value in definition.items("formerly") {
        guard let old = value.string else { continue }
        if let living = snapshot.definition(kind: definition.kind, id: old) {
          let notes = [RuleNote("it is this definition's id", at: living["id"] ?? living.root, in: living)]
          report.report(.living(old, definition), at: value, in: definition, notes: notes)
        } else if let first = claims["\(definition.kind):\(old)"], first.definition.id != definition.id {
          let notes = [RuleNote("it is claimed here first", at: first.value, in: first.definition)]
          report.report(.claimedTwice(old, first.definition), at: value, in: definition, notes: notes)
        } else {
          claims["\(definition.kind):\(old)"] = (value, definition)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func living(_ old: String, _ definition: Definition) -> Self {
    let own = old == definition.id
    return Self(
      own ? "'\(old)' is the id that it still has" : "'\(old)' is the id of another \(definition.kind) today",
      discriminator: old)
  }

  fileprivate static func claimedTwice(_ old: String, _ first: Definition) -> Self {
    Self("'\(old)' was the id of the \(first.kind) '\(first.id)' already", discriminator: old)
  }
}
