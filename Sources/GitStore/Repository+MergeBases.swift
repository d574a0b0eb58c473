extension Repository {
  /// The best common ancestors of two commits, the newest first; more than one where histories cross.
  ///
  /// A commit is best if no other common ancestor descends from it, whatever the clocks of the committers said.
  public func mergeBases(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> [ObjectID] {
    if a == b { return [a] }
    var paint = Paint()
    try paint.mark(a, [.left], in: self)
    try paint.mark(b, [.right], in: self)
    while let id = paint.next() {
      let node = try node(id)
      var marks = paint.marks[id] ?? []
      if marks.isSuperset(of: [.left, .right]) {
        if !marks.contains(.stale) { paint.common.insert(id) }
        marks.insert(.stale)
      }
      for parent in node.parents { try paint.mark(parent, marks, in: self) }
    }
    return try best(of: paint)
  }

  /// The best common ancestor; of several the newest, and of equally new ones that with the smaller name.
  public func mergeBase(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID {
    guard let base = try mergeBases(a, b).first else { throw .noMergeBase(a, b, isShallow: isShallow) }
    return base
  }

  /// Whether one commit is the other or is reached from it through parents.
  public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    try mergeBases(ancestor, descendant) == [ancestor]
  }

  /// Leaves out those that another one reaches, which skewed clocks let through.
  private func best(of paint: Paint) throws(GitError) -> [ObjectID] {
    var candidates: [(id: ObjectID, time: Int64)] = []
    for id in paint.common where !(paint.marks[id] ?? []).contains(.stale) {
      candidates.append((id, try node(id).time))
    }
    candidates.sort { $0.time != $1.time ? $0.time > $1.time : $0.id < $1.id }
    guard candidates.count > 1 else { return candidates.map(\.id) }
    var surpassed: Set<ObjectID> = []
    for (id, _) in candidates where !surpassed.contains(id) {
      try visitAncestors(of: [id]) { ancestor, _ in
        if ancestor != id { surpassed.insert(ancestor) }
      }
    }
    return candidates.map(\.id).filter { !surpassed.contains($0) }
  }

  /// Visits every commit that is reached from the given ones, each once, in no particular order.
  func visitAncestors(
    of tips: [ObjectID], _ visit: (ObjectID, CommitNode) -> Void
  ) throws(GitError) {
    var seen = Set(tips)
    var waiting = tips
    while let id = waiting.popLast() {
      let node = try node(id)
      visit(id, node)
      for parent in node.parents where seen.insert(parent).inserted { waiting.append(parent) }
    }
  }
}

/// Marks that two walks leave on commits until each commit that waits is known to be surpassed.
private struct Paint {
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let left = Marks(rawValue: 1)
    static let right = Marks(rawValue: 2)
    /// Reached from a common ancestor: common too, and not among the best.
    static let stale = Marks(rawValue: 4)
  }

  private(set) var marks: [ObjectID: Marks] = [:]
  var common: Set<ObjectID> = []
  private var queue = CommitQueue()
  private var waiting: Set<ObjectID> = []
  /// How many of the waiting commits are not stale.
  private var fresh = 0

  mutating func mark(_ id: ObjectID, _ new: Marks, in repository: borrowing Repository) throws(GitError) {
    let before = marks[id] ?? []
    let after = before.union(new)
    guard after != before else { return }
    marks[id] = after
    if waiting.insert(id).inserted {
      queue.push(id, time: try repository.node(id).time)
      if !after.contains(.stale) { fresh += 1 }
    } else if !before.contains(.stale), after.contains(.stale) {
      fresh -= 1
    }
  }

  /// The next commit to look at; nil once all that wait are stale.
  mutating func next() -> ObjectID? {
    guard fresh > 0, let id = queue.pop() else { return nil }
    waiting.remove(id)
    if !(marks[id] ?? []).contains(.stale) { fresh -= 1 }
    return id
  }
}
