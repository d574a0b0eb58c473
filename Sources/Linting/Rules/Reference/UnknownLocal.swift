public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags a name that should be in another list of the same definition.
public struct UnknownLocal: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "reference/unknown-local", .error,
    summary: "A name that another list of the same definition does not have, such as a variant or a step.",
    why: "A result without its variant, or a step after one that does not exist, cannot be read by anybody.",
    remedy: "Correct the name, or add the item that is meant.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A step waits for one that does not exist",
      #"""
      {"kind": "process", "id": "launch", "title": "Launch", "purpose": "Nobody is surprised", "status": "draft",
        "steps": [
          {"id": "brief", "title": "Brief support", "accountable": "marketing"},
          {"id": "press", "title": "Tell the press", "accountable": "marketing", "after": [⟦"breif"⟧]}
        ]}
      """#),
    .bad(
      "A decision for a variant that was never tested",
      #"""
      {"kind": "experiment", "id": "button", "title": "Button", "type": "ab-test", "hypothesis": "Green sells",
        "status": "concluded", "variants": [{"id": "blue", "weight": 1}, {"id": "green", "weight": 1}],
        "decision": {"outcome": "ship", "variant": ⟦"red"⟧, "on": "2025-12-01", "by": "@ana", "because": "It sold"}}
      """#,
      RuleExample.growth),
    .good(
      "The step before it exists",
      #"""
      {"kind": "process", "id": "launch", "title": "Launch", "purpose": "Nobody is surprised", "status": "draft",
        "steps": [
          {"id": "brief", "title": "Brief support", "accountable": "marketing"},
          {"id": "press", "title": "Tell the press", "accountable": "marketing", "after": ["brief"]}
        ]}
      """#),
  ]

  /// Looks at every link within a definition.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for definition in snapshot.definitions {
      let source = snapshot.files[definition.file].source
      guard case .definition(let slot) = source.content else { continue }
      let roles = snapshot.library.roles(slot)
      var known: [String: Set<String>] = [:]
      for link in source.links {
        guard let list = roles[Int(link.role)].field.local else { continue }
        let value = JSONValue(document: source.document, index: Int(link.node))
        guard let name = value.string else { continue }
        let names = known[list] ?? Self.names(list, definition, snapshot)
        known[list] = names
        if names.contains(name) { continue }
        report.report(.unknown(name, list, names), at: value, in: definition)
      }
    }
  }

  private static func names(_ list: String, _ definition: Definition, _ snapshot: Snapshot) -> Set<String> {
    let key = snapshot.library.shape(of: definition.kind)?[list]?.listKey ?? "id"
    guard let items = definition[name: list]?.items else { return [] }
    return Set(items.compactMap { $0.string ?? $0[name: key]?.string })
  }
}

extension RuleMessage {
  fileprivate static func unknown(_ name: String, _ list: String, _ known: Set<String>) -> Self {
    Self(
      "'\(name)' is not among the \(list) of this definition",
      candidates: NearestNames.candidates(for: name, among: known.sorted()), discriminator: name)
  }
}
