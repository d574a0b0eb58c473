internal import CLibgit2

/// The four kinds of git objects.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// A version of the whole tree with its history.
  case commit
  /// A directory.
  case tree
  /// The content of a file.
  case blob
  /// An annotated tag.
  case tag

  init?(_ raw: git_object_t) {
    switch raw {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }

  var raw: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }

  /// The word that git uses.
  public var description: String { rawValue }
}
