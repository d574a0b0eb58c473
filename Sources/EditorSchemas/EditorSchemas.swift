internal import JSONSyntax
internal import SchemaCatalog

/// The built-in schemas as editors understand them: JSON Schema draft-07, one file for each kind, nothing to fetch.
///
/// Editors that know 2020-12 only in part complete nothing by it, and none fetches a schema that the user has not
/// trusted. These files stand beside the definitions and are referred to by a relative path.
public enum EditorSchemas {
  /// One file.
  public struct File: Sendable {
    /// The kind that the file describes, or `prodops` for the configuration.
    public let kind: String
    /// The file's name, such as `initiative.schema.json`.
    public let name: String
    /// The text, in the form of `JSON.stringify`.
    public let bytes: [UInt8]
  }

  /// The folder that the files are written to, below a repository's root.
  public static let folder = "schemas"

  /// The name of a kind's file.
  public static func fileName(of kind: String) -> String { "\(kind).schema.json" }

  /// Every file, by name.
  public static let files: [File] = (SchemaCatalog.kinds + ["prodops"]).sorted().compactMap { kind in
    rendition(of: kind, among: documents).map { File(kind: kind, name: fileName(of: kind), bytes: $0) }
  }

  private static let documents = Dictionary(
    SchemaCatalog.entries.map { ($0.name, JSONDocument.parse($0.bytes)) },
    uniquingKeysWith: { first, _ in first })

  /// The rendition of the schema named `name`, with what it needs of the other `schemas`.
  static func rendition(of name: String, among schemas: [String: JSONDocument]) -> [UInt8]? {
    var rendition = Rendition(name, schemas)
    guard let tree = rendition.render() else { return nil }
    return tree.text
  }
}
