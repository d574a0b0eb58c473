extension Repository {
  /// The bare facts of a commit, with its parents as grafts and the end of a shallow clone have them.
  func node(_ id: ObjectID) throws(GitError) -> CommitNode {
    if let known = commitCache[id] { return known }
    let object = try object(id, .commit, limit: ReadLimits.commit)
    guard let header = unsafe CommitHeader(parsing: object.buffer) else {
      throw .corrupt(id, reason: "a commit without a tree")
    }
    let parents = effectiveParents(of: id, written: header.parents)
    let node = CommitNode(tree: header.tree, parents: parents, time: header.time)
    commitCache.insert(node, for: id)
    return node
  }

  func withEffectiveParents(_ commit: Commit) -> Commit {
    var commit = commit
    commit.parents = effectiveParents(of: commit.id, written: commit.parents)
    return commit
  }

  func effectiveParents(of id: ObjectID, written: [ObjectID]) -> [ObjectID] {
    if !shallowRoots.isEmpty, shallowRoots.contains(id) { return [] }
    return grafts.isEmpty ? written : grafts[id] ?? written
  }
}

/// Commits waiting in a walk, the newest first; of equal times the one that came first.
struct CommitQueue {
  private var heap: [(time: Int64, order: Int, id: ObjectID)] = []
  private var pushed = 0

  var isEmpty: Bool { heap.isEmpty }

  mutating func push(_ id: ObjectID, time: Int64) {
    heap.append((time, pushed, id))
    pushed += 1
    var child = heap.count - 1
    while child > 0, comes(child, before: (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> ObjectID? {
    guard let first = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && comes(child, before: best) {
        best = child
      }
      if best == parent { return first.id }
      heap.swapAt(parent, best)
      parent = best
    }
  }

  private func comes(_ a: Int, before b: Int) -> Bool {
    heap[a].time != heap[b].time ? heap[a].time > heap[b].time : heap[a].order < heap[b].order
  }
}
