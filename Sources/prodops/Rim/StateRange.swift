import WorkspaceIO

/// Whether a command's first argument names states to compare, or a folder.
enum StateRange {
  /// The range, where the first argument names one; nil where it names a folder.
  ///
  /// `path` is the second argument, which only ranges have.
  static func named(_ first: String, _ path: String?) -> String? {
    let isFolder = [".", ".."].contains(first) || ["./", "../", "/"].contains { first.hasPrefix($0) }
    return path == nil && (isFolder || PlainFolder.isThere(first)) ? nil : first
  }
}
