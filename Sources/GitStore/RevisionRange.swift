/// What a user compares or reports: one revision, or what lies between two.
public struct RevisionRange: Hashable, Sendable {
  /// How the two sides are meant.
  public enum Kind: String, Hashable, Sendable {
    /// One revision alone.
    case single = ""
    /// From the one to the other: `A..B`.
    case direct = ".."
    /// From where both parted to the second: `A...B`.
    case sinceMergeBase = "..."
  }

  /// How the two sides are meant.
  public let kind: Kind
  /// The side before; of a single revision that revision.
  public let from: String
  /// The side after; of a single revision that revision.
  public let to: String

  /// Reads `A`, `A..B`, `A...B`, `A..` or `..B`; a side that is left out is HEAD.
  ///
  /// The sides are not looked at any further than to refuse what no revision can be.
  public static func parse(_ text: String) throws(GitError) -> RevisionRange {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    let start = bytes.indices.first { bytes[$0...].starts(with: [dot, dot]) }
    guard let start else {
      _ = try Revision(parsing: text)
      return RevisionRange(kind: .single, from: text, to: text)
    }
    let length = bytes[start...].starts(with: [dot, dot, dot]) ? 3 : 2
    let (from, to) = (bytes[..<start], bytes[(start + length)...])
    guard !from.isEmpty || !to.isEmpty else {
      throw .invalidRevision(text, reason: "a range names a revision on one side at least")
    }
    let sides = try (side(from), side(to))
    return RevisionRange(kind: length == 3 ? .sinceMergeBase : .direct, from: sides.0, to: sides.1)
  }

  private static func side(_ bytes: ArraySlice<UInt8>) throws(GitError) -> String {
    guard !bytes.isEmpty else { return "HEAD" }
    let text = repairedText(bytes)
    _ = try Revision(parsing: text)
    return text
  }
}

extension RevisionRange: CustomStringConvertible {
  /// The range as git writes it.
  public var description: String { kind == .single ? to : from + kind.rawValue + to }
}
