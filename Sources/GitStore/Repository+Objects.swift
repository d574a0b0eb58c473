internal import CGitSupport
internal import CLibgit2

extension Repository {
  /// Reads the content of a file of at most `limit` bytes.
  public func readBlob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    try object(id, .blob, limit: limit).bytes
  }

  /// Reads the entries of a directory as they stand, good and bad.
  public func readTree(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
    let tree = try tree(id)
    var cursor = TreeCursor(tree)
    var entries: [TreeEntry] = []
    while try cursor.advance(in: id) { entries.append(cursor.entry) }
    return entries
  }

  /// Reads a commit with everything in it.
  public func readCommit(_ id: ObjectID) throws(GitError) -> Commit {
    let object = try object(id, .commit, limit: ReadLimits.commit)
    guard let parsed = unsafe Commit(id, parsing: object.buffer) else {
      throw .corrupt(id, reason: "a commit without a tree")
    }
    let commit = withEffectiveParents(parsed)
    let node = CommitNode(tree: commit.tree, parents: commit.parents, time: commit.committer.time)
    commitCache.insert(node, for: id)
    return commit
  }

  /// What a tree holds at a path; nil where there is nothing.
  public func item(at path: [UInt8], in tree: ObjectID) throws(GitError) -> TreeItem? {
    var item: TreeItem?
    var directory = tree
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if let item {
        guard item.mode.kind == .directory else { return nil }
        directory = item.id
      }
      item = nil
      var cursor = TreeCursor(try self.tree(directory))
      while item == nil, try cursor.advance(in: directory) {
        if unsafe cursor.name.elementsEqual(part) { item = cursor.item }
      }
      if item == nil { return nil }
    }
    return item
  }

  /// Whether the object is here; nothing is fetched.
  public func contains(_ id: ObjectID) -> Bool {
    var oid = (replacements[id] ?? id).raw
    return unsafe git_odb_exists(database.pointer, &oid) == 1
  }

  /// The raw bytes of a directory, from the cache where they are.
  func tree(_ id: ObjectID) throws(GitError) -> ObjectBytes {
    if let cached = treeCache[id] { return cached }
    let read = try object(id, .tree, limit: ReadLimits.tree)
    treeCache.insert(read, for: id)
    return read
  }

  /// Reads an object of the expected kind within its limit.
  func object(_ id: ObjectID, _ expected: ObjectKind, limit: Int) throws(GitError) -> ObjectBytes {
    let found = try anyObject(id, limit: limit, headerFirst: expected == .blob)
    guard found.kind == expected else { throw .unexpectedKind(id, expected: expected, found: found.kind) }
    return found
  }

  /// Reads an object of any kind within a limit; the header is asked first where large ones are likely.
  func anyObject(_ id: ObjectID, limit: Int, headerFirst: Bool = false) throws(GitError) -> ObjectBytes {
    let actual = replacements.isEmpty ? id : replacements[id] ?? id
    if let loose = try looseObjects.read(actual, limit: limit) { return loose }
    var oid = actual.raw
    defer { prodops_git_set_memory_budget(0) }
    if headerFirst {
      // Nearly all are small, and come out at once where little memory is all that they may take.
      prodops_git_set_memory_budget(ReadLimits.smallObject)
      if let small = read(&oid, limit: limit) { return small }
      prodops_git_set_memory_budget(ReadLimits.memory)
      var (size, kind) = (0, GIT_OBJECT_INVALID)
      let status = unsafe git_odb_read_header(&size, &kind, database.pointer, &oid)
      guard status == 0 else { throw readingError(id, status) }
      guard size <= limit else { throw .tooLarge(id, size: size, limit: limit) }
    }
    prodops_git_set_memory_budget(ReadLimits.memory)
    var out: OpaquePointer?
    let status = unsafe git_odb_read(&out, database.pointer, &oid)
    guard status == 0, let owner = unsafe out else { throw readingError(id, status) }
    guard let bytes = unsafe ObjectBytes(owner: owner) else {
      throw .corrupt(id, reason: "an object of no known kind")
    }
    let size = unsafe bytes.buffer.count
    guard size <= limit else { throw .tooLarge(id, size: size, limit: limit) }
    return bytes
  }

  /// Reads a packed object within the budget; nil where that fails for any reason.
  private func read(_ oid: inout git_oid, limit: Int) -> ObjectBytes? {
    var out: OpaquePointer?
    guard unsafe git_odb_read(&out, database.pointer, &oid) == 0, let owner = unsafe out,
      let bytes = unsafe ObjectBytes(owner: owner), unsafe bytes.buffer.count <= limit
    else { return nil }
    return bytes
  }

  private func readingError(_ id: ObjectID, _ status: Int32) -> GitError {
    if prodops_git_memory_budget_hit() != 0 { return .tooLarge(id, size: 0, limit: ReadLimits.memory) }
    return status == GIT_ENOTFOUND.rawValue ? missing(id) : .corrupt(id, reason: lastMessage())
  }

  /// The error for an object that is not here.
  func missing(_ id: ObjectID) -> GitError {
    if let partialClone { return .objectMissing(id, why: .promised(filter: partialClone.filter)) }
    return .objectMissing(id, why: isShallow ? .shallow : .damaged)
  }
}
