/// A failure of the git layer, told in one sentence with its remedy.
///
/// Texts inside a case come from the repository or from libgit2 and may hold any character: whoever prints them
/// escapes them.
public enum GitError: Error, Equatable, Sendable {
  /// No repository is at the path, nor above it where the search was wanted.
  case notARepository(path: String)
  /// The repository belongs to another user and no `safe.directory` allows it.
  case notOwned(path: String)
  /// The revision names nothing in the repository.
  case unknownRevision(String)
  /// The abbreviated object name fits more than one object.
  case ambiguousRevision(String)
  /// The text is no revision of the supported forms.
  case invalidRevision(String, reason: String)
  /// The repository refers to an object that it does not hold.
  case objectMissing(ObjectID, why: MissingReason)
  /// An object is there and is of another kind than was asked for.
  case unexpectedKind(ObjectID, expected: ObjectKind, found: ObjectKind)
  /// The repository uses a format that cannot be read here.
  case unsupportedRepository(reason: String, remedy: String)
  /// The stored object is damaged.
  case corrupt(ObjectID, reason: String)
  /// The object, or the memory that reading it takes, exceeds the limit.
  case tooLarge(ObjectID, size: Int, limit: Int)
  /// A walk met more than its limits allow.
  case overLimit(WalkLimits.Kind, limit: Int, path: [UInt8])
  /// HEAD names a branch without a commit.
  case emptyRepository
  /// Two commits share no ancestor in the history that is here.
  case noMergeBase(ObjectID, ObjectID, isShallow: Bool)
  /// Any other failure, as libgit2 or the system tells it.
  case other(function: String, rawCode: Int32, message: String)

  /// Why an object is not there.
  public enum MissingReason: Hashable, Sendable {
    /// The clone is shallow and ends before the object.
    case shallow
    /// The clone is partial and left the object with its remote.
    case promised(filter: String?)
    /// Nothing excuses the absence.
    case damaged
  }
}

extension GitError: CustomStringConvertible {
  /// The sentence and its remedy.
  public var description: String {
    switch self {
    case .notARepository(let path):
      "no git repository at '\(path)' or above it; run 'git init' there or name another directory"
    case .notOwned(let path):
      "the repository at '\(path)' belongs to another user; if you trust it, run "
        + "'git config --global --add safe.directory \(path)'"
    case .unknownRevision(let text):
      "no revision is named '\(text)'; check the spelling, or fetch it if the clone does not have it"
    case .ambiguousRevision(let text):
      "the abbreviated object name '\(text)' fits several objects; write more of its digits"
    case .invalidRevision(let text, let reason):
      "'\(text)' is not a revision: \(reason)"
    case .objectMissing(let id, let why):
      "object \(id) is not in the repository: \(why.sentence)"
    case .unexpectedKind(let id, let expected, let found):
      "object \(id) is a \(found), not a \(expected); run 'git fsck' if the repository refers to it so"
    case .unsupportedRepository(let reason, let remedy):
      "\(reason); \(remedy)"
    case .corrupt(let id, let reason):
      "object \(id) is damaged (\(reason)); run 'git fsck' and fetch or restore it"
    case .tooLarge(let id, let size, let limit) where size <= limit:
      "reading object \(id) takes more than \(limit) bytes of memory; repack the repository or remove the object"
    case .tooLarge(let id, let size, let limit):
      "object \(id) has \(size) bytes, more than the limit of \(limit); make the file smaller or leave it out"
    case .overLimit(let kind, let limit, let path):
      "the walk of the tree met more than \(limit) \(kind.noun) at '\(repairedText(path))'; "
        + "restrict it to fewer directories"
    case .emptyRepository:
      "the repository has no commit yet; commit something first"
    case .noMergeBase(let a, let b, let isShallow):
      "commits \(a.abbreviated()) and \(b.abbreviated()) have no common ancestor"
        + (isShallow
          ? " in this shallow clone; set 'fetch-depth: 0' or run 'git fetch --unshallow'"
          : "; compare them with '..' instead of '...'")
    case .other(let function, let rawCode, let message):
      "git failed: \(message) (\(function), code \(rawCode)); run 'git fsck' if it persists"
    }
  }
}

extension GitError.MissingReason {
  fileprivate var sentence: String {
    switch self {
    case .shallow:
      "the clone is shallow and its history is cut; set 'fetch-depth: 0' or run 'git fetch --unshallow'"
    case .promised(let filter):
      "the clone is partial\(filter.map { " (filter \($0))" } ?? "") and did not fetch it; "
        + "clone without '--filter', or run 'git fetch --refetch --no-filter'"
    case .damaged:
      "the repository is damaged; run 'git fsck' and fetch again"
    }
  }
}
