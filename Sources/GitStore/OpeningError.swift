internal import CLibgit2

/// What a failure to open a repository means to the user.
func openingError(_ error: GitError, path: String) -> GitError {
  guard case .other(_, let code, let message) = error else { return error }
  if code == GIT_ENOTFOUND.rawValue { return .notARepository(path: path) }
  if code == GIT_EOWNER.rawValue { return .notOwned(path: path) }
  let lower = message.lowercased()
  if lower.contains("sha256") || lower.contains("objectformat") || lower.contains("object format") {
    return unsupportedObjectFormat("sha256")
  }
  if let name = lower.range(of: "extensions.").map({ String(lower[$0.upperBound...]) }) {
    return unsupportedExtension(name)
  }
  if lower.contains("unsupported repository version") {
    return .unsupportedRepository(
      reason: "the repository has a format version that cannot be read here (\(message))",
      remedy: "clone it again with 'git clone'")
  }
  // From libgit2 1.7 on it reads the file itself, and knows no comments.
  if lower.contains("graft") || lower.contains("parent oid") {
    return .unsupportedRepository(
      reason: "'info/grafts', or 'shallow', has a line that names no commits (\(message))",
      remedy: "run 'git replace --convert-graft-file', or take comments and other such lines out of it")
  }
  if lower.contains("config") {
    return .unsupportedRepository(
      reason: "the configuration of git cannot be read (\(message))",
      remedy: "correct it with 'git config --edit', or a text editor")
  }
  return error
}

func unsupportedObjectFormat(_ format: String) -> GitError {
  .unsupportedRepository(
    reason: "the repository names its objects by \(format), and only sha1 can be read",
    remedy: "use a clone that was made with '--object-format=sha1'")
}

func unsupportedReferenceStorage(_ format: String) -> GitError {
  .unsupportedRepository(
    reason: "the repository stores its references as \(format), which cannot be read here",
    remedy: "run 'git refs migrate --ref-format=files'")
}

func unsupportedExtension(_ name: String) -> GitError {
  switch name {
  case "refstorage": unsupportedReferenceStorage("reftable")
  case "objectformat", "compatobjectformat": unsupportedObjectFormat("sha256")
  default:
    .unsupportedRepository(
      reason: "the repository uses the format extension '\(name)', which cannot be read here",
      remedy: "clone it again without that extension, or use a newer prodops")
  }
}

extension StringProtocol {
  /// The first place where a text stands in this one.
  fileprivate func range(of needle: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(needle) }.map { $0..<index($0, offsetBy: needle.count) }
  }
}
