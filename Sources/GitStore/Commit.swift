/// A commit with everything that stands in it.
public struct Commit: Hashable, Sendable {
  /// The name of the commit.
  public let id: ObjectID
  /// The root directory.
  public let tree: ObjectID
  /// The parents in order, as grafts and the end of a shallow clone have it.
  public internal(set) var parents: [ObjectID]
  /// Who wrote the change.
  public let author: Signature
  /// Who made the commit, and when.
  public let committer: Signature
  /// The message, whole.
  public let message: String

  /// The first line of the message that is not empty, with the lines that follow it up to an empty one joined.
  public var summary: String {
    var words: [Substring] = []
    for line in message.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
      if isBlank, words.isEmpty { continue }
      if isBlank { break }
      words.append(Substring(line))
    }
    return words.map(trimmedLine).joined(separator: " ")
  }

  /// Reads the raw bytes of a commit; nil only where it has no tree.
  init?(_ id: ObjectID, parsing buffer: UnsafeRawBufferPointer) {
    guard let header = unsafe CommitHeader(parsing: buffer) else { return nil }
    self.id = id
    tree = header.tree
    parents = header.parents
    let encoding = header.encoding
    author = unsafe Signature(parsing: header.author, encoding: encoding)
    committer = unsafe Signature(parsing: header.committer, encoding: encoding)
    message = unsafe text(buffer[header.messageStart...], encoding: encoding)
  }
}

private func trimmedLine(_ line: Substring) -> Substring {
  let scalars = line.unicodeScalars
  guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }),
    let last = scalars.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" })
  else { return "" }
  return line[first...last]
}
