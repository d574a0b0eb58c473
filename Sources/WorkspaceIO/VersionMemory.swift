internal import Diagnostics
internal import GitStore
internal import JSONSyntax
internal import Synchronization
internal import Workspaces

/// What blobs say: each is read once while it is remembered, whoever asks.
final class VersionMemory: Sendable {
  /// What a blob says.
  enum Reading: Sendable {
    case definition(kind: String, id: String, JSONDocument)
    case nothing
    case unreadable(String)
  }

  private struct Key: Hashable {
    let id: ObjectID
    let isStrict: Bool
  }

  /// Two halves: what is used moves to the young half, and when that is full the old half is dropped.
  private struct Halves {
    var young: [Key: Reading] = [:]
    var old: [Key: Reading] = [:]
    var youngBytes = 0
  }

  /// The bytes that each half may hold.
  private static let halfBytes = 8 << 20

  private let halves = Mutex(Halves())
  private let library: SchemaLibrary
  private let limits: Limits

  init(library: SchemaLibrary, limits: Limits) {
    self.library = library
    self.limits = limits
  }

  /// What a file of a tree says; nil where there is no such file.
  func reading(
    _ item: TreeItem?, _ path: RepositoryPath, _ repository: borrowing Repository
  ) throws(GitError) -> Reading? {
    guard let item, item.mode.isBlob, item.mode.kind != .symlink else { return nil }
    let key = Key(id: item.id, isStrict: !path.bytes.suffix(6).elementsEqual(".jsonc".utf8))
    let known = halves.withLock { halves -> Reading? in
      if let known = halves.young[key] { return known }
      guard let known = halves.old[key] else { return nil }
      halves.young[key] = known
      return known
    }
    if let known { return known }
    // Two that ask at once read it twice, which is cheaper than waiting for each other.
    let (reading, size) = try read(item.id, path, repository)
    halves.withLock { halves in
      if halves.youngBytes + size > Self.halfBytes {
        halves.old = halves.young
        halves.young.removeAll(keepingCapacity: true)
        halves.youngBytes = 0
      }
      halves.young[key] = reading
      halves.youngBytes += size
    }
    return reading
  }

  private func read(
    _ id: ObjectID, _ path: RepositoryPath, _ repository: borrowing Repository
  ) throws(GitError) -> (Reading, size: Int) {
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try repository.readBlob(id, limit: limits.fileBytes)
    } catch {
      guard case .tooLarge = error else { throw error }
      return (.unreadable("too large"), 64)
    }
    let document = JSONDocument.parse(bytes, dialect: JSONDialect(fileName: path.name))
    // The tape takes about as much as the text.
    let size = 2 * bytes.count + 16 * document.nodes.count
    guard document.isComplete, let root = document.root else { return (.unreadable("no JSON"), 64) }
    if document.isFlooded(limits: limits) { return (.unreadable("too many combining marks in a row"), 64) }
    guard root.kind == .object, let kind = root["kind"]?.string, library.slot(of: kind) != nil,
      let name = root["id"]?.string
    else { return (.nothing, 64) }
    return (.definition(kind: kind, id: name, document), size)
  }
}
