internal import CLibgit2

extension Repository {
  /// Finds the commit that a revision names.
  ///
  /// Supported are names of branches, tags and remote branches, HEAD and `@`, whole and abbreviated object names,
  /// `@{upstream}`, and after any of these `~n`, `^n`, `^{}` and `^{commit}`. Resolve a revision once and go on
  /// with the result, since a reference can move at any time.
  public func resolve(_ text: String) throws(GitError) -> ObjectID {
    let revision = try Revision(parsing: text)
    var id = try peeled(try start(of: revision, text), text)
    for step in revision.steps {
      switch step {
      case .ancestor(let count):
        for _ in 0..<count { id = try parent(1, of: id, text) }
      case .parent(0):
        continue
      case .parent(let number):
        id = try parent(number, of: id, text)
      }
    }
    return id
  }

  /// The branch that HEAD is on, such as `main`; nil where HEAD is detached.
  public var currentBranch: String? {
    var out: OpaquePointer?
    guard unsafe git_reference_lookup(&out, handle.pointer, "HEAD") == 0, let head = unsafe out else {
      return nil
    }
    defer { unsafe git_reference_free(head) }
    guard let target = unsafe git_reference_symbolic_target(head) else { return nil }
    let name = unsafe String(cString: target)
    return name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : nil
  }

  private func start(of revision: Revision, _ text: String) throws(GitError) -> ObjectID {
    switch revision.base {
    case .upstream(let branch): return try upstream(of: branch, text)
    case .name(let name):
      if let id = ObjectID(hex: name) {
        guard contains(id) else {
          throw isShallow || partialClone != nil ? missing(id) : .unknownRevision(text)
        }
        return id
      }
      if let id = reference(name) { return id }
      if name == "HEAD", unsafe git_repository_head_unborn(handle.pointer) == 1 { throw .emptyRepository }
      return try abbreviated(name, text)
    }
  }

  /// What a reference points at, found in the places where git looks and in their order.
  private func reference(_ name: String) -> ObjectID? {
    let isTopLevel = name.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
    }
    let places =
      (isTopLevel || name.hasPrefix("refs/") ? [name] : []) + [
        "refs/\(name)", "refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)",
        "refs/remotes/\(name)/HEAD",
      ]
    for place in places {
      var oid = git_oid()
      if unsafe git_reference_name_to_id(&oid, handle.pointer, place) == 0 { return ObjectID(oid) }
    }
    return nil
  }

  private func abbreviated(_ name: String, _ text: String) throws(GitError) -> ObjectID {
    guard let prefix = ObjectPrefix(name) else { throw .unknownRevision(text) }
    var (short, found) = (prefix.padded.raw, git_oid())
    let status = unsafe git_odb_exists_prefix(&found, database.pointer, &short, prefix.length)
    if status == GIT_EAMBIGUOUS.rawValue { return try commitish(prefix, name) }
    guard status == 0 else { throw .unknownRevision(text) }
    return ObjectID(found)
  }

  /// Of several objects with the digits the only commit or tag.
  private func commitish(_ prefix: ObjectPrefix, _ name: String) throws(GitError) -> ObjectID {
    var found: [ObjectID] = []
    for id in try prefix.matches(in: database) {
      do throws(GitError) {
        let kind = try anyObject(id, limit: ReadLimits.commit, headerFirst: true).kind
        if kind == .commit || kind == .tag { found.append(id) }
      } catch .tooLarge {
        // No commit is as large.
      }
    }
    guard found.count == 1 else { throw .ambiguousRevision(name) }
    return found[0]
  }

  private func upstream(of branch: String?, _ text: String) throws(GitError) -> ObjectID {
    guard let branch = branch.flatMap({ $0 == "HEAD" ? currentBranch : $0 }) ?? currentBranch else {
      throw .invalidRevision(text, reason: "HEAD is on no branch that could follow another")
    }
    var name = unsafe git_buf()
    let status = unsafe git_branch_upstream_name(&name, handle.pointer, "refs/heads/\(branch)")
    defer { unsafe git_buf_dispose(&name) }
    guard status == 0, let pointer = unsafe name.ptr else {
      throw .invalidRevision(
        text, reason: "branch '\(branch)' follows no other; run 'git branch --set-upstream-to'")
    }
    guard let id = reference(unsafe String(cString: pointer)) else { throw .unknownRevision(text) }
    return id
  }

  /// Follows annotated tags to a commit.
  private func peeled(_ start: ObjectID, _ text: String) throws(GitError) -> ObjectID {
    var id = start
    for _ in 0..<64 {
      let object = try anyObject(id, limit: ReadLimits.commit)
      switch object.kind {
      case .commit: return id
      case .tag:
        guard let target = unsafe TagHeader.target(object.buffer) else {
          throw .corrupt(id, reason: "a tag without a target")
        }
        id = target
      case .tree, .blob: throw .invalidRevision(text, reason: "it names a \(object.kind), not a commit")
      }
    }
    throw .invalidRevision(text, reason: "its tags stand more than 64 deep in one another")
  }

  private func parent(_ number: Int, of id: ObjectID, _ text: String) throws(GitError) -> ObjectID {
    let parents = try node(id).parents
    guard number <= parents.count else {
      if shallowRoots.contains(id) { throw .objectMissing(id, why: .shallow) }
      throw .unknownRevision(text)
    }
    return parents[number - 1]
  }
}

/// The first line of an annotated tag.
private enum TagHeader {
  /// The object that the tag is about.
  static func target(_ buffer: UnsafeRawBufferPointer) -> ObjectID? {
    let key = "object ".utf8
    guard buffer.count >= key.count + 41, unsafe buffer.starts(with: key) else { return nil }
    return unsafe ObjectID(hexDigits: buffer[key.count..<(key.count + 40)])
  }
}
