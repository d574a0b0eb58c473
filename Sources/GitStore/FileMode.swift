/// The mode of a tree entry.
public struct FileMode: RawRepresentable, Hashable, Sendable {
  /// The number as it stands in the tree.
  public let rawValue: UInt32

  /// Takes the number as it stands in the tree.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What an entry is.
  public enum Kind: Hashable, Sendable {
    /// A file.
    case file
    /// A file that may be run.
    case executable
    /// A symbolic link.
    case symlink
    /// A directory.
    case directory
    /// The commit of a submodule; its object is in another repository.
    case gitlink
    /// None that git writes.
    case unknown
  }

  /// What the entry is; of a file's permissions only the owner's right to run it counts, as in git.
  public var kind: Kind {
    switch rawValue & 0o170000 {
    case 0o100000: rawValue & 0o100 == 0 ? .file : .executable
    case 0o120000: .symlink
    case 0o040000: .directory
    case 0o160000: .gitlink
    default: .unknown
    }
  }

  /// The mode that git shows: one of the five that it writes today.
  public var canonical: FileMode {
    switch kind {
    case .file: FileMode(rawValue: 0o100644)
    case .executable: FileMode(rawValue: 0o100755)
    case .symlink: FileMode(rawValue: 0o120000)
    case .directory: FileMode(rawValue: 0o040000)
    case .gitlink, .unknown: FileMode(rawValue: 0o160000)
    }
  }

  /// Whether the object is a blob.
  public var isBlob: Bool {
    switch kind {
    case .file, .executable, .symlink: true
    case .directory, .gitlink, .unknown: false
    }
  }

  var isDirectory: Bool { rawValue & 0o170000 == 0o040000 }
}
