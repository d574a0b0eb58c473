/// Where a walk along first parents came to its end.
public enum ChainEnd: Hashable, Sendable {
  /// At a commit that has no parent.
  case reachedRoot
  /// At the commit that was named as the base, which is not visited.
  case reachedBase
  /// At the commit where a shallow clone ends.
  case cutShallow(at: ObjectID)
  /// Before a commit that is not in the repository.
  case missing(at: ObjectID)
  /// Where the caller wanted no more.
  case stopped(at: ObjectID)
}

/// What was found for a point in time.
public enum DateLookup: Hashable, Sendable {
  /// The commit.
  case found(ObjectID)
  /// Every commit of the chain is newer.
  case beforeHistory
  /// Every commit that a shallow clone kept of the chain is newer; it ends at this one.
  case cutShallow(at: ObjectID)
  /// Every commit before the one that is not in the repository is newer.
  case missing(at: ObjectID)
}

extension Repository {
  /// Visits a commit and its first parents, newest first, until `body` returns false or `base` is next.
  ///
  /// The walk never ends early without saying so: the result tells why there is no more.
  @discardableResult
  public func firstParentChain(
    from tip: ObjectID, until base: ObjectID? = nil, body: (Commit) throws(GitError) -> Bool
  ) throws(GitError) -> ChainEnd {
    var (next, circle) = (tip, CircleGuard(self))
    while next != base {
      try circle.visit(next)
      let commit: Commit
      do throws(GitError) {
        commit = try readCommit(next)
      } catch {
        guard next != tip, case .objectMissing = error else { throw error }
        return .missing(at: next)
      }
      guard try body(commit) else { return .stopped(at: next) }
      guard let parent = commit.parents.first else {
        return shallowRoots.contains(next) ? .cutShallow(at: next) : .reachedRoot
      }
      next = parent
    }
    return .reachedBase
  }

  /// Finds what the first-parent chain held at a time: the newest step whose committer's time is not later.
  ///
  /// "Newest" means nearest to the tip: where the clocks ran wrong, a step with a late time is passed over, and a
  /// step with an early time is taken with everything that stood below it.
  public func commit(at time: Int64, onFirstParentsOf tip: ObjectID) throws(GitError) -> DateLookup {
    var (next, circle) = (tip, CircleGuard(self))
    while true {
      try circle.visit(next)
      let node: CommitNode
      do throws(GitError) {
        node = try self.node(next)
      } catch {
        guard next != tip, case .objectMissing = error else { throw error }
        return .missing(at: next)
      }
      if node.time <= time { return .found(next) }
      guard let parent = node.parents.first else {
        return shallowRoots.contains(next) ? .cutShallow(at: next) : .beforeHistory
      }
      next = parent
    }
  }
}

/// Ends a walk that comes to a commit again, which grafts and replacements can bring about.
struct CircleGuard {
  private let isNeeded: Bool
  private var visited: Set<ObjectID> = []

  init(_ repository: borrowing Repository) {
    isNeeded = !repository.grafts.isEmpty || !repository.replacements.isEmpty
  }

  mutating func visit(_ id: ObjectID) throws(GitError) {
    guard isNeeded, !visited.insert(id).inserted else { return }
    throw .corrupt(id, reason: "its parents lead back to it by grafts or replacements")
  }
}
