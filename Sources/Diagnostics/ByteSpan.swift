/// A half-open range of byte offsets in one file.
@frozen public struct ByteSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// The bytes from `start` up to, not including, `end`.
  @inlinable public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// How many bytes the span covers.
  @inlinable public var length: Int { end - start }
}

/// A place in a text as people count it.
public struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1; lines end at LF, at CR LF and at a lone CR.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// The place at `line` and `column`, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `left` comes first.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
