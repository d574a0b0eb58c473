public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags a `$schema` that is not the one of the definition's kind.
public struct SchemaPath: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/schema-path", .error,
    summary: "A \"$schema\" that is not the schema of the definition's kind.",
    why:
      "Editors check and complete by \"$schema\": with another one they contradict this tool, or fetch strange files.",
    remedy: "Name the schema of the kind by a relative path or by its id, or leave \"$schema\" out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The schema of another kind",
      #"""
      {"$schema": ⟦"../schemas/tool.schema.json"⟧, "kind": "team", "id": "growth", "title": "Growth", "members": []}
      """#),
    .bad(
      "A schema from somewhere else",
      #"""
      {"$schema": ⟦"https://example.com/team.schema.json"⟧, "kind": "team", "id": "growth", "title": "Growth",
        "members": []}
      """#),
    .good(
      "The kind's schema, by a relative path",
      #"""
      {"$schema": "../schemas/team.schema.json", "kind": "team", "id": "growth", "title": "Growth", "members": []}
      """#),
  ]

  /// Compares each `$schema` with the kind; nothing is opened.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let library = context.snapshot.library
    for kind in library.kindNames {
      let ownID = library.shape(of: kind)?.annotation("$id")?.string
      let names = fileNames(of: kind, context.snapshot.configuration)
      for (_, definition) in context.all(kind) {
        guard let value = definition["$schema"], let text = value.string else { continue }
        if text == ownID || isRelative(text, to: names) { continue }
        report.report(.otherSchema(text, kind, names, ownID), at: value, in: definition)
      }
    }
  }

  /// Whether `text` is a path that ends in one of `names`.
  private static func isRelative(_ text: String, to names: [String]) -> Bool {
    guard !text.utf8.contains(0x3A), !text.utf8.contains(0x5C), text.utf8.first != 0x2F else { return false }
    let name = text.split(separator: "/").last.map(String.init) ?? text
    return names.contains(name)
  }

  /// The names that the file of the kind's schema may have.
  private static func fileNames(of kind: String, _ configuration: Configuration) -> [String] {
    let own = configuration.kinds.filter { $0.kind == kind }.map {
      String(decoding: $0.schema.name, as: UTF8.self)
    }
    return own + ["\(kind).schema.json"]
  }
}

extension RuleMessage {
  fileprivate static func otherSchema(_ text: String, _ kind: String, _ names: [String], _ id: String?)
    -> Self
  {
    Self(
      "'\(VisibleText.escaping(text))' is not the schema of \(Wording.withArticle(kind))",
      candidates: names.prefix(1).map { "../schemas/\($0)" } + (id.map { [$0] } ?? []))
  }
}
