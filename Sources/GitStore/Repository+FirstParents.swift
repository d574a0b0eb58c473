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

/// A commit and its first parents, the newest first.
public struct FirstParentChain: Sendable {
  /// The commits.
  public let commits: ArraySlice<CommitFacts>
  /// Why there are no more.
  public let end: ChainEnd

  /// The part of the chain from one of its commits on; empty where that is not among them.
  public func from(_ id: ObjectID?) -> FirstParentChain {
    let start = commits.firstIndex { $0.id == id } ?? commits.endIndex
    return FirstParentChain(commits: commits[start...], end: end)
  }

  /// Finds what the chain held at a time: the newest step whose committer's time is not later.
  ///
  /// "Newest" means nearest to the tip: where the clocks ran wrong, a step with a late time is passed over, and a
  /// step with an early time is taken with everything that stood below it.
  public func commit(at time: Int64) -> DateLookup {
    if let found = commits.first(where: { $0.time <= time }) { return .found(found.id) }
    switch end {
    case .reachedRoot, .reachedBase: return .beforeHistory
    case .cutShallow(let id), .stopped(let id): return .cutShallow(at: id)
    case .missing(let id): return .missing(at: id)
    }
  }
}

/// A place on the way from a commit along its first parents.
public struct FirstParentCursor: Sendable {
  private let tip: ObjectID
  private var circle: CircleGuard
  /// The commit that comes next; nil at the end.
  public private(set) var next: ObjectID?
  /// Why there are no more, once that is so.
  public private(set) var end = ChainEnd.reachedRoot

  /// Begins with the commit `tip`.
  public init(from tip: ObjectID, in repository: borrowing Repository) {
    (self.tip, next) = (tip, tip)
    circle = CircleGuard(repository)
  }

  /// Reads the next commit; nil at the end, which is told by `end`.
  public mutating func advance(in repository: borrowing Repository) throws(GitError) -> CommitFacts? {
    guard let id = next else { return nil }
    try circle.visit(id)
    do throws(GitError) {
      let commit = try repository.readFacts(id)
      next = commit.parents.first
      if next == nil, repository.shallowRoots.contains(id) { end = .cutShallow(at: id) }
      return commit
    } catch {
      guard id != tip, case .objectMissing = error else { throw error }
      (next, end) = (nil, .missing(at: id))
      return nil
    }
  }
}

extension Repository {
  /// Visits a commit and its first parents, newest first, until `body` returns false or `base` is next.
  ///
  /// The walk never ends early without saying so: the result tells why there is no more.
  @discardableResult
  public func firstParentChain(
    from tip: ObjectID, until base: ObjectID? = nil, body: (CommitFacts) throws(GitError) -> Bool
  ) throws(GitError) -> ChainEnd {
    var cursor = FirstParentCursor(from: tip, in: self)
    while base == nil || cursor.next != base {
      guard let commit = try cursor.advance(in: self) else { return cursor.end }
      guard try body(commit) else { return .stopped(at: commit.id) }
    }
    return .reachedBase
  }

  /// Reads a commit and at most `limit` of its first parents.
  public func firstParentChain(from tip: ObjectID, limit: Int) throws(GitError) -> FirstParentChain {
    var commits: [CommitFacts] = []
    let end = try firstParentChain(from: tip) { (commit) throws(GitError) in
      commits.append(commit)
      return commits.count <= limit
    }
    return FirstParentChain(commits: commits[...], end: end)
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
