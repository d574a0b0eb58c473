internal import CGitSupport

/// What a walk over commits has to know of each.
public struct CommitLinks: Hashable, Sendable {
  /// The root directory.
  public let tree: ObjectID
  /// The parents in order, as grafts and the end of a shallow clone have it.
  public let parents: [ObjectID]
  /// The committer's time, in seconds since 1970 in UTC; 0 where it cannot be read.
  public let time: Int64
}

extension Repository {
  /// What a walk has to know of a commit, without its people and its message.
  public func links(of id: ObjectID) throws(GitError) -> CommitLinks {
    let node = try node(id)
    return CommitLinks(tree: node.tree, parents: node.parents, time: node.time)
  }

  /// Visits a commit and its first parents, newest first, until `body` returns false; reads no more than these links.
  ///
  /// The walk never ends early without saying so: the result tells why there is no more.
  @discardableResult
  public func firstParentLinks(
    from tip: ObjectID, body: (ObjectID, CommitLinks) throws(GitError) -> Bool
  ) throws(GitError) -> ChainEnd {
    var (next, circle) = (tip, CircleGuard(self))
    while true {
      try circle.visit(next)
      let facts: CommitLinks
      do throws(GitError) {
        facts = try self.links(of: next)
      } catch {
        guard next != tip, case .objectMissing = error else { throw error }
        return .missing(at: next)
      }
      guard try body(next, facts) else { return .stopped(at: next) }
      guard let parent = facts.parents.first else {
        return shallowRoots.contains(next) ? .cutShallow(at: next) : .reachedRoot
      }
      next = parent
    }
  }

  /// Reads a file of at most `limit` bytes if one of `parts` stands in it; nil if none does.
  public func readBlob(
    _ id: ObjectID, limit: Int, holdingOneOf parts: [[UInt8]]
  ) throws(GitError) -> [UInt8]? {
    let object = try object(id, .blob, limit: limit)
    let buffer = unsafe object.buffer
    let isFound = parts.contains { part in
      unsafe prodops_contains(buffer.baseAddress, buffer.count, part, part.count) != 0
    }
    return isFound ? object.bytes : nil
  }

  /// The commits that a merge brought in: reached from its further parents and not from the first, newest first.
  ///
  /// Reads little more of the first parent's history than is younger than the oldest of them. Where clocks ran so
  /// wrong that a commit is much older than its ancestors, it may be counted though the first parent has it too.
  public func commitsBroughtIn(by merge: ObjectID) throws(GitError) -> [ObjectID] {
    let parents = try node(merge).parents
    guard let first = parents.first, parents.count > 1 else { return [] }
    var tide = Tide()
    try tide.mark(first, isOld: true, in: self)
    for parent in parents.dropFirst() { try tide.mark(parent, isOld: false, in: self) }
    while let id = try tide.next(in: self) {
      let isOld = tide.isOld(id)
      for parent in try node(id).parents { try tide.mark(parent, isOld: isOld, in: self) }
    }
    return tide.found
  }
}

/// Commits on two sides of a merge, until all that wait are known to be old.
private struct Tide {
  private var old: [ObjectID: Bool] = [:]
  private var queue = CommitQueue()
  private var waiting: Set<ObjectID> = []
  /// How many of the waiting commits are new.
  private var fresh = 0
  private var visited: [ObjectID] = []
  private var oldest = Int64.max

  func isOld(_ id: ObjectID) -> Bool { old[id] ?? false }

  /// The new commits, in the order in which they were met.
  var found: [ObjectID] {
    var seen: Set<ObjectID> = []
    return visited.filter { !isOld($0) && seen.insert($0).inserted }
  }

  mutating func mark(_ id: ObjectID, isOld: Bool, in repository: borrowing Repository) throws(GitError) {
    let before = old[id]
    guard before == nil || before == false && isOld else { return }
    old[id] = isOld
    if waiting.insert(id).inserted {
      queue.push(id, time: try repository.node(id).time)
      if !isOld { fresh += 1 }
    } else if isOld {
      fresh -= 1
    }
  }

  /// The next commit to look at; nil once no other can change what is old and what is new.
  mutating func next(in repository: borrowing Repository) throws(GitError) -> ObjectID? {
    guard let id = queue.pop() else { return nil }
    waiting.remove(id)
    let time = try repository.node(id).time
    if isOld(id) { return fresh > 0 || time >= oldest ? id : nil }
    fresh -= 1
    visited.append(id)
    oldest = min(oldest, time)
    return id
  }
}
