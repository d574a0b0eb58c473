internal import CGitSupport
internal import CLibgit2

/// libgit2, started once for the process when the first repository is opened.
enum Library {
  /// The failure that starting met, if any.
  private static let failure: GitError? = {
    do throws(GitError) {
      try check("git_libgit2_init", git_libgit2_init())
      try check("allocator", prodops_git_install_allocator())
      // Ownership is judged by `Ownership`, which knows git's whole rule.
      try check("owner_validation", prodops_git_set_owner_validation(0))
      try check("strict_hash_verification", prodops_git_set_strict_hash_verification(0))
      try check("enable_caching", prodops_git_set_object_cache(0))
      try allowExtensions()
      return nil
    } catch {
      return error
    }
  }()

  /// Starts the library if it is not running yet.
  static func start() throws(GitError) {
    if let failure { throw failure }
  }

  /// The major and minor version of the library in use, as one number: 1.5 is 105.
  private static var version: Int {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    unsafe git_libgit2_version(&major, &minor, &patch)
    return Int(major) * 100 + Int(minor)
  }

  /// Lets repositories open whose format extensions do not concern reading objects and references.
  ///
  /// The values of `objectformat` and `refstorage` are looked at after opening.
  private static func allowExtensions() throws(GitError) {
    var names = [
      "noop-v1", "partialclone", "preciousobjects", "refstorage", "relativeworktrees", "worktreeconfig",
    ]
    if version < 106 { names.append("objectformat") }
    try unsafe check("extensions", setExtensions(names[...], []))
  }

  /// Gathers the C strings one call deep each, so that all live until the last.
  private static func setExtensions(_ names: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) -> Int32
  {
    guard let name = names.first else {
      return unsafe prodops_git_set_extensions(pointers, pointers.count)
    }
    return unsafe name.withCString { unsafe setExtensions(names.dropFirst(), pointers + [$0]) }
  }
}

/// Turns a negative status into an error that tells libgit2's message.
func check(_ function: StaticString, _ status: Int32) throws(GitError) {
  guard status < 0 else { return }
  throw .other(function: "\(function)", rawCode: status, message: lastMessage())
}

/// The message of the last failure on this thread; there is none after memory ran out.
func lastMessage() -> String {
  guard let last = unsafe git_error_last(), let message = unsafe last.pointee.message else {
    return "no message"
  }
  return unsafe String(cString: message)
}
