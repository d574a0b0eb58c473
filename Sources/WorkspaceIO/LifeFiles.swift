internal import Diagnostics
internal import Diffing
internal import GitStore
internal import JSONSyntax
internal import Workspaces

/// What blobs say on the way through the life of a definition; those read last are remembered.
struct LifeFiles {
  /// What a file of a tree holds.
  enum Content {
    case definition(DefinitionVersion)
    case unreadable(String)
    /// JSON that is no definition.
    case nothing
  }

  /// The bytes of text whose documents are remembered.
  private static let rememberedBytes = 4 << 20

  private let library: SchemaLibrary
  private let limits: Limits
  private var documents: [ObjectID: JSONDocument] = [:]
  private var documentBytes = 0

  init(library: SchemaLibrary, limits: Limits) {
    self.library = library
    self.limits = limits
  }

  /// What stands at a path; nil where there is no file.
  mutating func content(
    _ item: TreeItem?, _ path: RepositoryPath, _ repository: borrowing Repository
  ) throws(GitError) -> Content? {
    try content(item, path, mentioning: [], repository)
  }

  /// What stands at a path, looked into only if one of `ids` may stand in it; nil where there is no such file.
  mutating func content(
    _ item: TreeItem?, _ path: RepositoryPath, mentioning ids: [String], _ repository: borrowing Repository
  ) throws(GitError) -> Content? {
    guard let item, item.mode.isBlob, item.mode.kind != .symlink else { return nil }
    if let known = documents[item.id] { return content(known, path) }
    let read: [UInt8]?
    do throws(GitError) {
      // A spelling with escapes has a backslash and a u.
      read =
        ids.isEmpty
        ? try repository.readBlob(item.id, limit: limits.fileBytes)
        : try repository.readBlob(
          item.id, limit: limits.fileBytes, holdingOneOf: ids.map { Array($0.utf8) } + [[0x5C, 0x75]])
    } catch {
      guard case .tooLarge = error else { throw error }
      return .unreadable("too large")
    }
    guard let bytes = read else { return nil }
    let document = JSONDocument.parse(bytes, dialect: JSONDialect(fileName: path.name))
    documentBytes += bytes.count
    if documentBytes > Self.rememberedBytes {
      documents.removeAll(keepingCapacity: true)
      documentBytes = bytes.count
    }
    documents[item.id] = document
    return content(document, path)
  }

  /// What bytes that are in no commit hold.
  func content(of bytes: [UInt8], _ path: RepositoryPath) -> Content {
    content(JSONDocument.parse(bytes, dialect: JSONDialect(fileName: path.name)), path)
  }

  private func content(_ document: JSONDocument, _ path: RepositoryPath) -> Content {
    guard document.isComplete, let root = document.root else { return .unreadable("no JSON") }
    if document.isFlooded(limits: limits) { return .unreadable("too many combining marks in a row") }
    guard root.kind == .object, let kind = root["kind"]?.string, library.slot(of: kind) != nil,
      let id = root["id"]?.string
    else { return .nothing }
    return .definition(DefinitionVersion(kind: kind, id: id, path: path, root: root))
  }
}

extension LifeFiles.Content? {
  /// The definition, if one stands there.
  var version: DefinitionVersion? {
    if case .definition(let version) = self { return version }
    return nil
  }

  /// Why the file cannot be read, if so.
  var fault: String? {
    if case .unreadable(let reason) = self { return reason }
    return nil
  }
}

/// Finds what one path holds in one root directory after the other, and looks only at directories that changed.
struct PathFollower {
  let path: RepositoryPath
  private let parts: [[UInt8]]
  private var known: [(directory: ObjectID, item: TreeItem?)?]

  /// Follows `path` below the folder `prefix` of the root.
  init(_ path: RepositoryPath, below prefix: [UInt8]) {
    self.path = path
    parts = (prefix + [0x2F] + path.bytes).split(separator: 0x2F).map(Array.init)
    known = Array(repeating: nil, count: parts.count)
  }

  mutating func item(in root: ObjectID, _ repository: borrowing Repository) throws(GitError) -> TreeItem? {
    var directory = root
    var item: TreeItem?
    for level in parts.indices {
      if let item {
        guard item.mode.kind == .directory else { return nil }
        directory = item.id
      }
      if let last = known[level], last.directory == directory {
        item = last.item
      } else {
        item = try repository.item(at: parts[level], in: directory)
        known[level] = (directory, item)
      }
      if item == nil { return nil }
    }
    return item
  }
}
