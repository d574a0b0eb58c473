internal import CLibgit2

/// A git object name: the SHA-1 of an object.
public struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  let high: UInt64
  let middle: UInt64
  let low: UInt32

  /// Reads an object name of exactly 40 hexadecimal digits of either case.
  public init?(hex: some StringProtocol) {
    guard hex.utf8.count == 40 else { return nil }
    self.init(hexDigits: hex.utf8)
  }

  /// Reads 40 digits.
  init?(hexDigits digits: some Sequence<UInt8>) {
    var (words, index): ((UInt64, UInt64, UInt64), Int) = ((0, 0, 0), 0)
    for byte in digits {
      guard let value = hexValue(byte) else { return nil }
      switch index {
      case ..<16: words.0 = words.0 << 4 | value
      case ..<32: words.1 = words.1 << 4 | value
      default: words.2 = words.2 << 4 | value
      }
      index += 1
    }
    (high, middle, low) = (words.0, words.1, UInt32(truncatingIfNeeded: words.2))
  }

  /// Reads the 20 bytes at an address.
  init(bytes: UnsafeRawPointer) {
    high = unsafe UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    middle = unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    low = unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  /// Git's name for no object.
  static let zero = ObjectID(git_oid())

  init(_ raw: git_oid) {
    self = unsafe withUnsafePointer(to: raw.id) { unsafe ObjectID(bytes: UnsafeRawPointer($0)) }
  }

  var raw: git_oid {
    var oid = git_oid()
    unsafe withUnsafeMutableBytes(of: &oid.id) { bytes in
      unsafe bytes.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }

  /// The order of the hexadecimal spellings.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  /// The names are random bits already: one word of them is hash enough.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(high)
  }

  /// The 40 hexadecimal digits in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return unsafe String(unsafeUninitializedCapacity: 40) { buffer in
      for index in 0..<40 {
        let word = index < 16 ? high : index < 32 ? middle : UInt64(low)
        let shift = index < 32 ? 60 - 4 * (index % 16) : 28 - 4 * (index - 32)
        unsafe buffer[index] = digits[Int(truncatingIfNeeded: word >> UInt64(shift) & 15)]
      }
      return 40
    }
  }

  /// The first digits of the name, as git abbreviates it.
  public func abbreviated(to length: Int = 8) -> String {
    String(description.prefix(max(4, length)))
  }
}

/// The value of one hexadecimal digit.
func hexValue(_ byte: UInt8) -> UInt64? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
