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

  /// For each commit that is reached from `tip` and not from `base`, the commit of the first-parent chain with
  /// which it landed there; a commit of the chain landed with itself.
  public func landings(
    from tip: ObjectID, notFrom base: ObjectID? = nil
  ) throws(GitError) -> [ObjectID: ObjectID] {
    var known: Set<ObjectID> = []
    if let base { try visitAncestors(of: [base]) { id, _ in known.insert(id) } }
    var chain: [ObjectID] = []
    var next: ObjectID? = tip
    var met: Set<ObjectID> = []
    while let id = next, !known.contains(id), met.insert(id).inserted {
      chain.append(id)
      next = try node(id).parents.first
    }
    var landings: [ObjectID: ObjectID] = [:]
    for step in chain.reversed() {
      var waiting = [step]
      while let id = waiting.popLast() {
        guard landings[id] == nil, !known.contains(id) else { continue }
        landings[id] = step
        waiting += try node(id).parents
      }
    }
    return landings
  }
}
