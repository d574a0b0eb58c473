internal import ChangeHistory
internal import Diagnostics
internal import Diffing
internal import GitStore
internal import SchemaChecking
internal import Workspaces

/// Follows one definition from the newest tree to the oldest: one path as long as it stays there, and whole trees only
/// where it comes or goes.
struct LifeWalk {
  /// The trees on both sides of a step.
  struct Sides {
    let step: LifeStep
    let old: ObjectID?
    let new: ObjectID
  }

  /// What is followed.
  private struct Trail {
    var follower: PathFollower
    var item: TreeItem
    var state: LifeState
  }

  private let trees: DefinitionTrees
  private let library: SchemaLibrary
  private let kind: String
  /// What it is called at the point of the walk.
  private var id: String
  private var trail: Trail?
  /// Steps that broke files in which the definition may stand, by path, newest first.
  private var broken: [RepositoryPath: [LifeMoment]] = [:]
  var files: LifeFiles

  init(
    _ name: DefinitionName, _ location: RepositoryLocation, _ configuration: Configuration,
    _ library: SchemaLibrary, _ limits: Limits
  ) {
    (kind, id) = (name.kind, name.id)
    trees = DefinitionTrees(location: location, configuration: configuration, limits: limits)
    self.library = library
    files = LifeFiles(library: library, limits: limits)
  }

  /// The version that the walk stands at.
  var version: DefinitionVersion? {
    if case .version(let version)? = trail?.state { return version }
    return nil
  }

  /// Looks for the definition in a root directory, and follows it from there; false where it is not there.
  @discardableResult
  mutating func start(
    _ ids: [String]? = nil, in root: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> Bool {
    guard let found = try find(ids ?? [id], in: root, repository) else { return false }
    try follow(found, in: root, repository)
    return true
  }

  /// The definition under one of several ids in a root directory: the likeliest file names are looked at first.
  mutating func find(
    _ ids: [String], in root: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> DefinitionVersion? {
    guard !ids.isEmpty, let folder = try trees.location.tree(below: root, repository) else { return nil }
    let words = Set(ids.flatMap { Self.words(Array($0.utf8)[...]) })
    var candidates: [(path: RepositoryPath, item: TreeItem, likeness: Int)] = []
    let bounds = WalkLimits(entries: trees.limits.entries, depth: trees.limits.folderDepth)
    try repository.files(in: folder, limits: bounds, prune: { DefinitionFiles.isPassedOver($0) }) { file in
      let path = RepositoryPath(bytes: file.path)
      guard trees.isDefinitionFile(path) else { return }
      let likeness = Set(Self.words(path.name[...])).intersection(words).count
      candidates.append((path, TreeItem(mode: file.mode, id: file.id), likeness))
    }
    candidates.sort { ($1.likeness, $0.path) < ($0.likeness, $1.path) }
    for candidate in candidates {
      let content = try files.content(candidate.item, candidate.path, mentioning: ids, repository)
      if let version = content.version, version.kind == kind, ids.contains(version.id) { return version }
    }
    return nil
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    text.split { byte in
      !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80)
    }.map(Array.init)
  }

  private mutating func follow(
    _ version: DefinitionVersion, in root: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) {
    var follower = PathFollower(version.path, below: trees.location.prefix)
    guard let item = try follower.item(in: root, repository) else { return }
    trail = Trail(follower: follower, item: item, state: .version(version))
    id = version.id
  }

  /// What a step did to the definition, newest first; `searches` where an earlier life of it is looked for as well.
  mutating func moments(
    of sides: Sides, searches: Bool, _ repository: borrowing Repository
  ) throws(GitError) -> [LifeMoment] {
    if trail != nil { return try followed(sides, repository).map { [$0] } ?? [] }
    guard searches, let old = sides.old, old != sides.new else { return [] }
    return try gone(sides, from: old, repository)
  }

  // MARK: Following a file

  private mutating func followed(
    _ sides: Sides, _ repository: borrowing Repository
  ) throws(GitError) -> LifeMoment? {
    guard var trail, sides.old != sides.new else { return nil }
    let item: TreeItem? = if let old = sides.old { try trail.follower.item(in: old, repository) } else { nil }
    if item == trail.item { return nil }
    let (after, path) = (trail.state, trail.follower.path)
    let content = try files.content(item, path, repository)
    if let item, let state = state(content, at: path) {
      trail.item = item
      trail.state = state
      self.trail = trail
      return LifeMoment(sides.step, before: state, after: after)
    }
    self.trail = nil
    return try arrival(of: after, sides, repository)
  }

  /// The definition, or that it cannot be read; nil where something else stands there, or nothing.
  private func state(_ content: LifeFiles.Content?, at path: RepositoryPath) -> LifeState? {
    if let reason = content.fault { return .unreadable(path, reason: reason) }
    return content.version.flatMap { $0.kind == kind && $0.id == id ? .version($0) : nil }
  }

  /// The step brought the definition to its file: from another file, under another id, or at all.
  private mutating func arrival(
    of after: LifeState, _ sides: Sides, _ repository: borrowing Repository
  ) throws(GitError) -> LifeMoment {
    guard let old = sides.old else { return LifeMoment(sides.step, before: .absent, after: after) }
    let changes = try changes(from: old, to: sides.new, repository)
    var new: DefinitionVersion?
    if case .version(let version) = after { new = version }
    let former = new.map { $0.formerIDs.filter { $0 != id } } ?? []
    for ids in [[id], former] where !ids.isEmpty {
      for change in changes {
        let path = RepositoryPath(bytes: change.path)
        let content = try files.content(change.old, path, mentioning: ids, repository)
        guard let before = content.version, before.kind == kind, ids.contains(before.id) else { continue }
        let now = try files.content(change.new, path, repository).version
        if now?.name == before.name { continue }
        try follow(before, in: old, repository)
        return LifeMoment(sides.step, before: .version(before), after: after)
      }
    }
    var kin: Kin?
    if let new { kin = try kinship(changes, repository)?.origin(of: new.name) }
    return LifeMoment(sides.step, before: .absent, after: after, kin: kin)
  }

  // MARK: Looking for a definition that is not there

  /// Whether the step took the definition away; if so, its file is followed from there.
  private mutating func gone(
    _ sides: Sides, from old: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> [LifeMoment] {
    let changes = try changes(from: old, to: sides.new, repository)
    for change in changes {
      let path = RepositoryPath(bytes: change.path)
      let content = try files.content(change.old, path, mentioning: [id], repository)
      guard let content, let before = state(content, at: path) else { continue }
      let now = try files.content(change.new, path, repository)
      let after = state(now, at: path) ?? .absent
      guard case .version(let version) = before else {
        broken[path, default: []].append(LifeMoment(sides.step, before: before, after: after))
        continue
      }
      var kin: Kin?
      if case .absent = after { kin = try kinship(changes, repository)?.heir(of: version.name) }
      try follow(version, in: old, repository)
      let earlier = broken[path] ?? []
      broken = [:]
      return earlier + [LifeMoment(sides.step, before: before, after: after, kin: kin)]
    }
    return []
  }

  // MARK: Whole steps

  func changes(
    from old: ObjectID, to new: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> [TreeChange] {
    try trees.changes(
      from: trees.location.tree(below: old, repository), to: trees.location.tree(below: new, repository),
      repository)
  }

  /// What went and came in a step; nil where nothing went.
  private mutating func kinship(
    _ changes: [TreeChange], _ repository: borrowing Repository
  ) throws(GitError) -> Kinship? {
    guard changes.contains(where: { $0.old != nil }) else { return nil }
    var (went, came): ([DefinitionVersion], [DefinitionVersion]) = ([], [])
    for change in changes {
      let path = RepositoryPath(bytes: change.path)
      let before = try files.content(change.old, path, repository).version
      let after = try files.content(change.new, path, repository).version
      if before?.name == after?.name { continue }
      if let before { went.append(before) }
      if let after { came.append(after) }
    }
    let (old, new) = (Set(went.map(\.name)), Set(came.map(\.name)))
    went.removeAll { new.contains($0.name) }
    came.removeAll { old.contains($0.name) }
    guard !went.isEmpty, !came.isEmpty else { return nil }
    let library = library
    return Kinship(went: went, came: came) { library.shape(of: $0) }
  }
}
