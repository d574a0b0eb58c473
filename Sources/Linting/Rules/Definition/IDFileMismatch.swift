public import Diagnostics
internal import Workspaces

/// Flags a file that is not named after its definition.
public struct IDFileMismatch: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/id-file-mismatch", .warning,
    summary: "A file whose name is not its definition's id.",
    why: "People look for a definition by its id; under another file name they do not find it.",
    remedy: "Rename the file to the id; moving a file changes nothing else.", isOnByDefault: false)

  private static let on = #"{"version": 1, "lint": {"rules": {"definition/id-file-mismatch": "warning"}}}"#

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The file has a name of its own",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#,
      #"{"kind": "team", "id": ⟦"growth"⟧, "title": "Growth, in a file named growth-1.json", "members": []}"#,
      configuration: on),
    .good(
      "The file growth.json",
      #"{"kind": "team", "id": "growth", "title": "Growth", "members": []}"#, configuration: on),
  ]

  /// Compares each id with the name of its file.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for definition in context.snapshot.definitions {
      let name = context.snapshot.path(of: definition).name
      let stem = name.prefix { $0 != 0x2E }
      if stem.elementsEqual(definition.id.utf8) { continue }
      report.report(.mismatch(definition, String(decoding: name, as: UTF8.self)), atStartOf: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func mismatch(_ definition: Definition, _ name: String) -> Self {
    Self("'\(definition.id)' stands in a file named '\(VisibleText.escaping(name))'")
  }
}
