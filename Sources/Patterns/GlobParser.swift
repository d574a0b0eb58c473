/// Reads a glob's body into tokens.
struct GlobParser {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [GlobToken] = []

  init(_ body: ArraySlice<UInt8>) {
    bytes = Array(body)
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Returns the tokens, or nil where the glob is malformed and therefore matches nothing.
  mutating func parse() -> [GlobToken]? {
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "*"): readStars()
      case UInt8(ascii: "?"): tokens.append(.any)
      case UInt8(ascii: "["):
        guard let set = readSet() else { return nil }
        tokens.append(.set(set))
      case UInt8(ascii: "\\"):
        guard let escaped = current else { return nil }
        index += 1
        tokens.append(.byte(escaped))
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  private mutating func readStars() {
    let start = index - 1
    while current == UInt8(ascii: "*") { index += 1 }
    let opens = start == 0 || bytes[start - 1] == Glob.slash
    if index - start > 1, opens {
      if current == Glob.slash {
        index += 1
        tokens += [.folders, .throughSlash]
        return
      }
      if current == nil {
        tokens.append(.path)
        return
      }
    }
    tokens.append(.star)
  }

  private mutating func readSet() -> GlobByteSet? {
    var set = GlobByteSet()
    var negated = false
    if current == UInt8(ascii: "!") || current == UInt8(ascii: "^") {
      negated = true
      index += 1
    }
    var isFirst = true
    var low: UInt8?
    while var byte = current, isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      index += 1
      if byte == UInt8(ascii: "["), current == UInt8(ascii: ":"), let name = readClassName() {
        guard set.insert(class: name) else { return nil }
        low = nil
        continue
      }
      let next = index < bytes.count ? bytes[index] : nil
      if byte == UInt8(ascii: "-"), let start = low, let next, next != UInt8(ascii: "]") {
        index += 1
        byte = next
        if byte == UInt8(ascii: "\\") {
          guard let escaped = current else { return nil }
          byte = escaped
          index += 1
        }
        if start <= byte { set.insert(start...byte) }
        low = nil
        continue
      }
      if byte == UInt8(ascii: "\\") {
        guard let escaped = current else { return nil }
        byte = escaped
        index += 1
      }
      set.insert(byte...byte)
      low = byte
    }
    guard current != nil else { return nil }
    index += 1
    return negated ? set.inverted : set
  }

  /// Reads `:name:]` after a bracket, or nothing where the bracket is just a bracket.
  private mutating func readClassName() -> String? {
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")), end - index >= 2,
      bytes[end - 1] == UInt8(ascii: ":")
    else { return nil }
    let name = String(decoding: bytes[(index + 1)..<(end - 1)], as: UTF8.self)
    index = end + 1
    return name
  }
}
