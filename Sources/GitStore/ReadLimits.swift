/// The sizes above which an object is refused.
enum ReadLimits {
  /// For a commit or a tag.
  static let commit = 16 << 20
  /// For one directory.
  static let tree = 64 << 20
  /// What libgit2 may allocate while it reads one object: a small object can stand at the end of a chain of
  /// changes that passes through huge ones.
  static let memory = 256 << 20
  /// What it may allocate for an object whose size has not been asked for.
  static let smallObject = 1 << 20
}
