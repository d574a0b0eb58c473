/// A commit without its message: what walks over many commits keep of each.
public struct CommitFacts: Sendable {
  /// The name of the commit.
  public let id: ObjectID
  /// The root directory.
  public let tree: ObjectID
  /// The parents in order, as grafts and the end of a shallow clone have it.
  public let parents: [ObjectID]
  /// The committer's time, in seconds since 1970 in UTC; 0 where it cannot be read.
  public let time: Int64
  /// The author's time, read likewise.
  public let authorTime: Int64
  /// Who wrote the change.
  public let author: SignedName
  /// Who made the commit.
  public let committer: SignedName
}

/// A name with an address as a commit has it, cheap to make and to compare.
public struct SignedName: Hashable, Sendable {
  private let line: [UInt8]
  private let encoding: [UInt8]?

  init(_ line: UnsafeRawBufferPointer, encoding: [UInt8]?) {
    let end = unsafe line.lastIndex(of: UInt8(ascii: ">")) ?? line.startIndex - 1
    self.line = unsafe Array(line[...end])
    self.encoding = encoding
  }

  /// The name and the address as text.
  public var text: (name: String, email: String) {
    let signature = unsafe line.withUnsafeBytes { unsafe Signature(parsing: $0, encoding: encoding) }
    return (signature.name, signature.email)
  }
}

extension Repository {
  /// Reads what a walk over many commits needs of one.
  public func readFacts(_ id: ObjectID) throws(GitError) -> CommitFacts {
    let object = try object(id, .commit, limit: ReadLimits.commit)
    guard let header = unsafe CommitHeader(parsing: object.buffer) else {
      throw .corrupt(id, reason: "a commit without a tree")
    }
    return unsafe CommitFacts(
      id: id, tree: header.tree, parents: effectiveParents(of: id, written: header.parents),
      time: header.time, authorTime: SignatureDate(endOf: header.author)?.time ?? 0,
      author: SignedName(header.author, encoding: header.encoding),
      committer: SignedName(header.committer, encoding: header.encoding))
  }
}
