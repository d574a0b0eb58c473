public import Diagnostics

/// A file that was not read, and why.
public struct FileProblem: Hashable, Sendable {
  /// Why it was not read.
  public enum Reason: Hashable, Sendable {
    /// It has more bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// It is a symbolic link, and those are not followed.
    case symbolicLink
    /// It is a symbolic link to a folder, or out of the workspace, and those are not followed; what the link says.
    case linkedFolder(target: [UInt8])
    /// The system, or the repository, could not give it: with the reason in words.
    case unreadable(String)
    /// Its name is no UTF-8.
    case nameNotUTF8
    /// It differs from another path only in case.
    case caseCollision(with: RepositoryPath)
    /// Its name is one that git refuses.
    case badName(String)
    /// The limit of entries, definitions, bytes or folder depth is reached; the rest was not looked at.
    case tooMany(what: String, limit: Int)
  }

  /// The file or folder.
  public let path: RepositoryPath
  /// Why it was not read.
  public let reason: Reason

  /// A problem with a file.
  public init(_ reason: Reason, at path: RepositoryPath) {
    self.path = path
    self.reason = reason
  }
}
