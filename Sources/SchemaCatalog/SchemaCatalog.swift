private import CSchemas
internal import JSONSyntax
public import SchemaChecking

/// The schemas that are built into the tool.
public enum SchemaCatalog {
  /// A built-in schema.
  public struct Entry: Sendable {
    /// The file's name before `.schema.json`.
    public let name: String
    /// The schema's text.
    public let bytes: [UInt8]
  }

  /// Every built-in schema, by name.
  public static let entries: [Entry] = {
    var count = 0
    let list = unsafe UnsafeBufferPointer(start: prodops_schemas(&count), count: count)
    return unsafe list.map { schema in
      unsafe Entry(
        name: String(cString: schema.name),
        bytes: Array(UnsafeBufferPointer(start: schema.bytes, count: schema.size)))
    }
  }()

  /// The names that describe no kind: shared parts, and the configuration.
  public static let otherNames: Set<String> = ["common", "prodops"]

  /// The kinds that are built in, by name.
  public static let kinds: [String] = entries.map(\.name).filter { !otherNames.contains($0) }

  /// The address by which schemas refer to the one named `name`; nothing is ever fetched from it.
  public static func uri(of name: String) -> String { "https://prodops.example/v1/\(name).schema.json" }

  /// Every built-in schema under its address.
  public static let set: SchemaSet = entries.reduce(into: SchemaSet()) { set, entry in
    set.add(JSONDocument.parse(entry.bytes), at: uri(of: entry.name))
  }
}
