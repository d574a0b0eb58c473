internal import ChangeHistory
internal import Diagnostics
internal import Diffing
internal import GitStore
internal import JSONSyntax
internal import Workspaces

/// The versions of definitions that steps bring: each blob read once while it is remembered.
struct HistoryVersions {
  /// What a blob says.
  private enum Reading {
    case definition(kind: String, id: String, JSONDocument)
    case nothing
    case unreadable(String)
  }

  private struct Key: Hashable {
    let id: ObjectID
    let isStrict: Bool
  }

  /// The bytes that each half of the memory may hold.
  private static let halfBytes = 8 << 20

  private let library: SchemaLibrary
  private let limits: Limits
  private var young: [Key: Reading] = [:]
  private var old: [Key: Reading] = [:]
  private var youngBytes = 0
  /// What stood in files that could not be read since.
  private var lastReadable: [RepositoryPath: DefinitionVersion?] = [:]

  init(library: SchemaLibrary, limits: Limits) {
    self.library = library
    self.limits = limits
  }

  /// The definitions of the files that a step changed, each with what it was before.
  mutating func step(
    _ changed: [TreeChange], _ reference: StepReference, _ repository: borrowing Repository
  ) throws(GitError) -> LandedStep {
    var step = LandedStep(reference)
    var gone: [DefinitionVersion] = []
    var came: [DefinitionVersion] = []
    for change in changed {
      let path = RepositoryPath(bytes: change.path)
      let old = try reading(change.old, path, repository)
      let new = try reading(change.new, path, repository)
      var before = version(old, path)
      let after = version(new, path)
      var followsUnreadable = false
      if case .unreadable = old {
        before = lastReadable.removeValue(forKey: path) ?? nil
        followsUnreadable = true
      }
      if case .unreadable(let reason) = new {
        step.unreadable.append(
          UnreadableVersion(path: path, commit: reference.commit, day: reference.day, reason: reason))
        lastReadable[path] = .some(before)
        continue
      }
      if let before, let after, before.name == after.name || followsUnreadable {
        step.pairs.append(VersionPair(before: before, after: after, followsUnreadable: followsUnreadable))
      } else if followsUnreadable, before == nil, let after {
        step.pairs.append(VersionPair(before: nil, after: after, followsUnreadable: true))
      } else {
        if let before { gone.append(before) }
        if let after { came.append(after) }
      }
    }
    if !gone.isEmpty || !came.isEmpty { pair(gone, came, &step) }
    return step
  }

  /// Definitions that went from one file and came in another: the same name, or a former one.
  private func pair(_ gone: [DefinitionVersion], _ came: [DefinitionVersion], _ step: inout LandedStep) {
    var waiting: [String: [Int]] = [:]
    for (position, version) in gone.enumerated().reversed() {
      waiting[version.name, default: []].append(position)
    }
    var isTaken = Array(repeating: false, count: gone.count)
    for after in came {
      let names = [after.name] + after.formerIDs.map { "\(after.kind):\($0)" }
      let found = names.lazy.compactMap { name in waiting[name]?.last.map { (name, $0) } }.first
      if let (name, position) = found {
        waiting[name]?.removeLast()
        isTaken[position] = true
        step.pairs.append(VersionPair(before: gone[position], after: after))
      } else {
        step.pairs.append(VersionPair(before: nil, after: after))
      }
    }
    for (position, before) in gone.enumerated() where !isTaken[position] {
      step.pairs.append(VersionPair(before: before, after: nil))
    }
  }

  private func version(_ reading: Reading?, _ path: RepositoryPath) -> DefinitionVersion? {
    guard case .definition(let kind, let id, let document) = reading, let root = document.root else {
      return nil
    }
    return DefinitionVersion(kind: kind, id: id, path: path, root: root)
  }

  private mutating func reading(
    _ item: TreeItem?, _ path: RepositoryPath, _ repository: borrowing Repository
  ) throws(GitError) -> Reading? {
    guard let item, item.mode.isBlob, item.mode.kind != .symlink else { return nil }
    let key = Key(id: item.id, isStrict: !path.bytes.suffix(6).elementsEqual(".jsonc".utf8))
    if let known = young[key] { return known }
    if let known = old[key] {
      young[key] = known
      return known
    }
    let (reading, size) = try read(item.id, path, repository)
    if youngBytes + size > Self.halfBytes {
      old = young
      young.removeAll(keepingCapacity: true)
      youngBytes = 0
    }
    young[key] = reading
    youngBytes += size
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
    guard root.kind == .object, let kind = root["kind"]?.string, library.slot(of: kind) != nil,
      let name = root["id"]?.string
    else { return (.nothing, 64) }
    return (.definition(kind: kind, id: name, document), size)
  }
}
