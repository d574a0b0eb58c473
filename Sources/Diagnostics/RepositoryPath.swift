/// A file's path inside a repository: bytes as git stores them, separated by `/`.
///
/// Paths need not be valid UTF-8; they compare and hash by their bytes.
public struct RepositoryPath: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  /// The path's bytes, without a leading or trailing `/`.
  public let bytes: [UInt8]

  /// The path with exactly these bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path that `text` spells in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The value that the literal spells.
  public init(stringLiteral value: StaticString) { self.init("\(value)") }

  /// Whether `left` comes first.
  public static func < (left: RepositoryPath, right: RepositoryPath) -> Bool {
    left.bytes.withUnsafeBufferPointer { one in
      right.bytes.withUnsafeBufferPointer { other in
        let count = min(one.count, other.count)
        for index in 0..<count where one[index] != other[index] { return one[index] < other[index] }
        return one.count < other.count
      }
    }
  }

  /// The last component.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// Whether no part of the path leads upwards.
  public var staysInside: Bool {
    !bytes.isEmpty && !bytes.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) }
  }

  /// Whether the bytes are valid UTF-8.
  public var isUTF8: Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  /// The path as text: bytes that are no UTF-8, control and format characters are written as `\x..` or `\u{..}`.
  public var text: String {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(decoding: bytes, as: UTF8.self) }
    guard let valid = String(validating: bytes, as: UTF8.self) else {
      return bytes.reduce(into: "") { text, byte in
        if byte >= 0x20 && byte < 0x7F {
          text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          text += "\\x" + hexadecimal(UInt32(byte), width: 2)
        }
      }
    }
    return VisibleText.escaping(valid)
  }
}
