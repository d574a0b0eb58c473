extension Repository {
  /// Tells what differs between two trees, in the order of git's own listing.
  ///
  /// A tree that is nil holds nothing. Directories that are the same on both sides are not read, nor are those
  /// for whose path `prune` is true. A gitlink is told and never followed.
  public func changedFiles(
    from old: ObjectID?, to new: ObjectID?, limits: WalkLimits = WalkLimits(),
    prune: (_ directory: [UInt8]) -> Bool = { _ in false },
    body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    var walk = TreeWalk(limits: limits)
    guard old != new else { return }
    try changedFiles(old, new, &walk, prune, body)
  }

  /// Tells every file, link and gitlink of a tree, in the order of git's own listing.
  ///
  /// Directories for whose path `prune` is true are not read.
  public func files(
    in tree: ObjectID, limits: WalkLimits = WalkLimits(),
    prune: (_ directory: [UInt8]) -> Bool = { _ in false },
    body: (TreeFile) throws(GitError) -> Void
  ) throws(GitError) {
    var walk = TreeWalk(limits: limits)
    try files(tree, &walk, prune, body)
  }

  private func files(
    _ id: ObjectID, _ walk: inout TreeWalk, _ prune: ([UInt8]) -> Bool,
    _ body: (TreeFile) throws(GitError) -> Void
  ) throws(GitError) {
    try walk.enter()
    var cursor = TreeCursor(try tree(id))
    while try cursor.advance(in: id) {
      try walk.count()
      let mark = unsafe walk.push(cursor.name)
      if !cursor.isDirectory {
        try body(
          TreeFile(path: walk.path, mode: cursor.fileMode.canonical, id: cursor.id, problem: walk.problem))
      } else if !prune(walk.path) {
        try files(cursor.id, &walk, prune, body)
      }
      walk.pop(to: mark)
    }
    walk.leave()
  }

  private func changedFiles(
    _ old: ObjectID?, _ new: ObjectID?, _ walk: inout TreeWalk, _ prune: ([UInt8]) -> Bool,
    _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    try walk.enter()
    guard let old else {
      if let new { try oneSided(new, .new, &walk, prune, body) }
      return walk.leave()
    }
    guard let new else {
      try oneSided(old, .old, &walk, prune, body)
      return walk.leave()
    }
    var (left, right) = (TreeCursor(try tree(old)), TreeCursor(try tree(new)))
    var (hasLeft, hasRight) = (try left.advance(in: old), try right.advance(in: new))
    while hasLeft || hasRight {
      try walk.count()
      if hasLeft, hasRight, left.isSame(as: right) {
        hasLeft = try left.advance(in: old)
        hasRight = try right.advance(in: new)
        continue
      }
      let order = !hasLeft ? 1 : !hasRight ? -1 : left.order(against: right)
      if order < 0 {
        try tell(left, .old, &walk, prune, body)
      } else if order > 0 {
        try tell(right, .new, &walk, prune, body)
      } else {
        try compare(left, right, &walk, prune, body)
      }
      if order <= 0 { hasLeft = try left.advance(in: old) }
      if order >= 0 { hasRight = try right.advance(in: new) }
    }
    walk.leave()
  }

  /// Tells every entry of a directory that only one side has.
  private func oneSided(
    _ id: ObjectID, _ side: Side, _ walk: inout TreeWalk, _ prune: ([UInt8]) -> Bool,
    _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    var cursor = TreeCursor(try tree(id))
    while try cursor.advance(in: id) {
      try walk.count()
      try tell(cursor, side, &walk, prune, body)
    }
  }

  /// Tells an entry that only one side has.
  private func tell(
    _ cursor: TreeCursor, _ side: Side, _ walk: inout TreeWalk,
    _ prune: ([UInt8]) -> Bool, _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    let mark = unsafe walk.push(cursor.name)
    if !cursor.isDirectory {
      let item = cursor.item
      try body(
        TreeChange(
          path: walk.path, old: side == .old ? item : nil, new: side == .new ? item : nil,
          problem: walk.problem))
    } else if !prune(walk.path) {
      try walk.enter()
      try oneSided(cursor.id, side, &walk, prune, body)
      walk.leave()
    }
    walk.pop(to: mark)
  }

  /// Tells what differs between two entries of one name.
  private func compare(
    _ left: TreeCursor, _ right: TreeCursor, _ walk: inout TreeWalk, _ prune: ([UInt8]) -> Bool,
    _ body: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    guard left.isDirectory == right.isDirectory, left.nameCount == right.nameCount else {
      // Only names with a slash in them come here: equal in order, and not the same.
      try tell(left, .old, &walk, prune, body)
      return try tell(right, .new, &walk, prune, body)
    }
    let (old, new) = (left.item, right.item)
    guard old != new else { return }
    let mark = unsafe walk.push(left.name)
    if !left.isDirectory {
      try body(TreeChange(path: walk.path, old: old, new: new, problem: walk.problem))
    } else if !prune(walk.path) {
      try changedFiles(old.id, new.id, &walk, prune, body)
    }
    walk.pop(to: mark)
  }
}

/// The tree that alone has an entry.
private enum Side {
  case old, new
}

extension TreeCursor {
  var item: TreeItem { TreeItem(mode: fileMode.canonical, id: id) }
}
