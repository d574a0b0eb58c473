public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// A definition that is about to be written: what its schema needs, filled in as far as it can be known.
///
/// What only people know stays empty, and an empty text is a finding: nothing that was made up passes the linter.
public struct NewDefinition: Sendable {
  /// Something that people have to fill in.
  public struct Gap: Sendable {
    /// The field, such as `team` or `members/0/role`.
    public let field: String
    /// The line that it stands on.
    public let line: Int
    /// The schema's words on it.
    public let help: String
    /// The values to choose from, where there are few.
    public let choices: [String]
  }

  /// Why there is no such definition to be made.
  public enum Refusal: Error, Equatable, Sendable {
    case unknownKind(String, candidates: [String])
    case invalidID(String)
    case invalidTitle(String)
    case taken(RepositoryPath)
    case formerly(RepositoryPath)
    case invalidFolder(String)
    case notRead(RepositoryPath)
  }

  /// Where it is to stand.
  public let path: RepositoryPath
  /// Its text.
  public let bytes: [UInt8]
  /// What has to be filled in.
  public let gaps: [Gap]
  /// Fields that the schema's example has beside those.
  public let worthAdding: [String]

  /// The definition `kind:id` for the tree in `snapshot`; `schema` is the file that editors find its schema in.
  public init(
    kind: String, id: String, title: String?, folder: String?, in snapshot: Snapshot, schema: RepositoryPath?
  ) throws(Refusal) {
    guard let shape = snapshot.library.shape(of: kind) else {
      throw .unknownKind(
        kind, candidates: NearestNames.candidates(for: kind, among: snapshot.library.kindNames))
    }
    guard Names.isID(id) else { throw .invalidID(id) }
    let title = title ?? Names.title(of: id)
    guard Names.isTitle(title) else { throw .invalidTitle(title) }
    if let taken = snapshot.definition(kind: kind, id: id) { throw .taken(snapshot.path(of: taken)) }
    for (_, other) in snapshot.definitions(of: kind)
    where other.items("formerly").contains(where: { $0.string == id }) {
      throw .formerly(snapshot.path(of: other))
    }
    let place = try Self.place(folder) ?? FolderNames.usual(for: kind, in: snapshot)
    path = RepositoryPath(bytes: (place.isEmpty ? [] : place + [0x2F]) + Array("\(id).json".utf8))
    guard snapshot.configuration.includes(path) else { throw .notRead(path) }
    if snapshot.file(at: path) != nil { throw .taken(path) }
    var draft = Draft(kind: kind, id: id, title: title, snapshot: snapshot)
    bytes = draft.definition(shape, schema: schema.map { Self.relative($0, from: place) }).text
    let document = JSONDocument.parse(bytes)
    let lines = LineMap(bytes)
    gaps = draft.gaps.map { gap in
      let start = document.value(at: "/" + gap.field)?.span.start ?? 0
      return Gap(
        field: gap.field, line: lines.position(of: start, in: document.bytes).line,
        help: gap.shape.help ?? "",
        choices: gap.shape.allowedValues.compactMap { $0.string ?? String(decoding: $0.text, as: UTF8.self) })
    }
    let written = Set(document.root.map { $0.members.map(\.name) } ?? [])
    worthAdding =
      (shape.example?.members).map { $0.map(\.name) }?.filter { !written.contains($0) && $0 != "$schema" }
      ?? []
  }

  private static func place(_ folder: String?) throws(Refusal) -> [UInt8]? {
    guard let folder else { return nil }
    var parts = folder.utf8.split(separator: 0x2F).map(Array.init)
    parts.removeAll { $0 == [0x2E] }
    guard folder.utf8.first != 0x2F, !parts.contains(where: { $0.first == 0x2E }) else {
      throw .invalidFolder(folder)
    }
    return Array(parts.joined(separator: [0x2F]))
  }

  /// The way from a folder to a file.
  private static func relative(_ file: RepositoryPath, from folder: [UInt8]) -> String {
    let depth = folder.split(separator: 0x2F).count
    return (depth == 0 ? "./" : String(repeating: "../", count: depth)) + file.text
  }
}
