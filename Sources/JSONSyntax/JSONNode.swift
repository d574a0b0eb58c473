/// One entry of a document's tape: a value, or the key of an object's member.
///
/// Nodes stand in document order. An object is followed by key, value, key, value …; an array by its items.
/// Sixteen bytes, so that ten thousand definitions fit into a few megabytes.
@frozen public struct JSONNode: Sendable {
  /// What a node is.
  @frozen public enum Kind: UInt8, Sendable {
    case null
    case `false`
    case `true`
    case number
    case string
    case array
    case object
    /// The key of a member; the node after it is the member's value.
    case key
    /// A value that could not be read; only in documents with syntax errors.
    case invalid
  }

  /// What is remarkable about a string, key or number.
  @frozen public struct Flags: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// The option set with these bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The string or key contains a backslash escape.
    public static let hasEscape = Flags(rawValue: 1)
    /// The string or key contains bytes outside ASCII.
    public static let hasNonASCII = Flags(rawValue: 2)
    /// The number has neither fraction nor exponent.
    public static let isInteger = Flags(rawValue: 4)
  }

  /// The offset of the first byte, the opening quote or bracket included.
  public var start: UInt32
  /// The offset after the last byte.
  public var end: UInt32
  /// For arrays and objects the index of the first node after them; for strings and keys the hash of the content.
  public var payload: UInt32
  /// What it is.
  public var kind: Kind
  /// What is remarkable about it.
  public var flags: Flags
  /// The number of items or members, up to 65,535; more are counted as 65,535.
  public var count: UInt16

  /// Puts the parts together.
  @inlinable public init(
    start: UInt32, end: UInt32, payload: UInt32, kind: Kind, flags: Flags = [], count: UInt16 = 0
  ) {
    self.start = start
    self.end = end
    self.payload = payload
    self.kind = kind
    self.flags = flags
    self.count = count
  }
}

/// The hash that string and key nodes carry: a function of the content's bytes after unescaping.
///
/// It is no defence against made-up collisions: whoever looks something up by it compares the bytes as well.
@frozen public enum ContentHash {
  /// The hash of `bytes`.
  @inlinable public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    let count = bytes.count
    let raw = UnsafeRawPointer(bytes.baseAddress)
    guard let raw else { return UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
    while index + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    hash = (hash ^ tail(raw + index, count - index)) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The last bytes, fewer than eight, as a little-endian word: read as two words that overlap, not one by one.
  @inlinable @inline(__always)
  static func tail(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt32(littleEndian: start.loadUnaligned(as: UInt32.self))
      let high = UInt32(littleEndian: start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return UInt64(low) | UInt64(high >> (8 * UInt32(8 - count))) << 32
    }
    guard count > 0 else { return 0 }
    func byte(_ offset: Int) -> UInt64 {
      UInt64(start.load(fromByteOffset: offset, as: UInt8.self)) << UInt64(8 * offset)
    }
    return byte(0) | byte(count / 2) | byte(count - 1)
  }

  /// The hash of a text's UTF-8.
  public static func of(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { of($0) }
  }
}
