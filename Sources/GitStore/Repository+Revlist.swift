extension Repository {
  /// Visits the commits that are reached from `tips` and not from `excluded`, newest first, children before
  /// their parents where the clocks agree.
  ///
  /// The set is right whatever the clocks said, at the price of visiting everything that `excluded` reaches.
  public func commits(
    reachableFrom tips: [ObjectID], notFrom excluded: [ObjectID] = [],
    body: (Commit) throws(GitError) -> Void
  ) throws(GitError) {
    var seen: Set<ObjectID> = []
    if !excluded.isEmpty { try visitAncestors(of: excluded) { id, _ in seen.insert(id) } }
    var queue = CommitQueue()
    var waiting: [ObjectID: Commit] = [:]
    func wait(for id: ObjectID) throws(GitError) {
      guard seen.insert(id).inserted else { return }
      let commit = try readCommit(id)
      waiting[id] = commit
      queue.push(id, time: commit.committer.time)
    }
    for tip in tips { try wait(for: tip) }
    while let id = queue.pop(), let commit = waiting.removeValue(forKey: id) {
      try body(commit)
      for parent in commit.parents { try wait(for: parent) }
    }
  }
}
