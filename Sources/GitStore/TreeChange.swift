/// One side of a change: what a path held.
public struct TreeItem: Hashable, Sendable {
  /// What it is, with the mode that git would show.
  public let mode: FileMode
  /// The object; that of a gitlink is in another repository.
  public let id: ObjectID

  /// An item of a mode.
  public init(mode: FileMode, id: ObjectID) {
    self.mode = mode
    self.id = id
  }
}

/// A path that holds something else in one tree than in another.
public struct TreeChange: Hashable, Sendable {
  /// The path from the root, its parts joined by slashes.
  public let path: [UInt8]
  /// What the first tree holds; nil where it holds nothing.
  public let old: TreeItem?
  /// What the second tree holds; nil where it holds nothing.
  public let new: TreeItem?
  /// What is wrong with a part of the path, if anything.
  public let problem: TreeEntryProblem?

  /// How the two sides differ.
  public enum Kind: String, Hashable, Sendable {
    /// Only the second tree has the path.
    case added = "A"
    /// Only the first tree has the path.
    case deleted = "D"
    /// The content or the mode differs.
    case modified = "M"
    /// The path is another kind of thing, such as a link in place of a file.
    case typeChanged = "T"
  }

  /// How the two sides differ.
  public var kind: Kind {
    guard let old else { return .added }
    guard let new else { return .deleted }
    return old.mode.rawValue & 0o170000 == new.mode.rawValue & 0o170000 ? .modified : .typeChanged
  }
}

/// A path of a tree, with what it holds.
public struct TreeFile: Hashable, Sendable {
  /// The path from the root, its parts joined by slashes.
  public let path: [UInt8]
  /// The mode that git would show.
  public let mode: FileMode
  /// The object; that of a gitlink is in another repository.
  public let id: ObjectID
  /// What is wrong with a part of the path, if anything.
  public let problem: TreeEntryProblem?
}
