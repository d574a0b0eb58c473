/// A gitignore-style glob over `/`-separated paths of bytes.
///
/// `*` and `?` stop at slashes, `**` between slashes does not, `[a-z]` is a class, `\` escapes. Matching
/// follows all possibilities at once, so that its cost is at most the pattern's length times the path's.
public struct Glob: Hashable, Sendable {
  /// The glob as it was written.
  public let source: [UInt8]
  /// Whether only directories match: the glob ended in a slash.
  public let directoriesOnly: Bool
  /// Whether the glob is about the whole path, not about its last component.
  public let isAnchored: Bool
  let shape: GlobShape

  /// Reads a glob, without the negation and comments of ignore files.
  public init(_ bytes: some Sequence<UInt8>) {
    source = Array(bytes)
    var body = source[...]
    directoriesOnly = body.last == Self.slash
    if directoriesOnly { body.removeLast() }
    isAnchored = body.contains(Self.slash)
    if isAnchored, body.first == Self.slash { body.removeFirst() }
    shape = GlobShape(body)
  }

  /// Reads a glob given as text.
  public init(_ text: String) {
    self.init(text.utf8)
  }

  /// Whether a path, relative to the folder that the glob is written in, matches.
  public func matches(_ path: some Collection<UInt8>, isDirectory: Bool = false) -> Bool {
    if directoriesOnly && !isDirectory { return false }
    let found = path.withContiguousStorageIfAvailable { bytes in
      unsafe matches(bytes: Span(_unsafeElements: bytes))
    }
    if let found { return found }
    let copy = Array(path)
    return matches(bytes: copy.span)
  }

  private func matches(bytes: Span<UInt8>) -> Bool {
    if isAnchored { return shape.matches(bytes) }
    var start = bytes.count
    while start > 0, bytes[start - 1] != Self.slash { start -= 1 }
    return shape.matches(bytes.extracting(start..<bytes.count))
  }

  static let slash = UInt8(ascii: "/")
}
