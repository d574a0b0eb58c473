/// A set of bytes: what a bracket expression of a glob stands for.
struct GlobByteSet: Hashable, Sendable {
  private var words: [UInt64] = [0, 0, 0, 0]

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  var inverted: Self {
    var copy = self
    copy.words = words.map { ~$0 }
    return copy
  }

  /// Adds a class by its POSIX name; false where there is no such name.
  mutating func insert(class name: String) -> Bool {
    switch name {
    case "alnum":
      insert(0x30...0x39)
      insert(0x41...0x5A)
      insert(0x61...0x7A)
    case "alpha":
      insert(0x41...0x5A)
      insert(0x61...0x7A)
    case "blank":
      insert(0x09...0x09)
      insert(0x20...0x20)
    case "cntrl":
      insert(0x00...0x1F)
      insert(0x7F...0x7F)
    case "digit": insert(0x30...0x39)
    case "graph": insert(0x21...0x7E)
    case "lower": insert(0x61...0x7A)
    case "print": insert(0x20...0x7E)
    case "punct":
      insert(0x21...0x2F)
      insert(0x3A...0x40)
      insert(0x5B...0x60)
      insert(0x7B...0x7E)
    case "space":
      insert(0x09...0x0D)
      insert(0x20...0x20)
    case "upper": insert(0x41...0x5A)
    case "xdigit":
      insert(0x30...0x39)
      insert(0x41...0x46)
      insert(0x61...0x66)
    default: return false
    }
    return true
  }
}
