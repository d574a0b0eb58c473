extension JSONValue {
  /// The string's content, unescaped; nil for anything that is no string or key.
  public var string: String? {
    guard let bytes = content else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.count > Self.floodBytes, !node.flags.isDisjoint(with: [.hasNonASCII, .hasEscape]) else {
      return text
    }
    return Self.withoutFloods(text)
  }

  /// The length from which floods of combining marks are looked for.
  private static let floodBytes = 1_000

  /// `text` with at most thirty combining marks in a row (Unicode's stream-safe text format): comparing and hashing
  /// texts takes time that grows with the square of a run of marks.
  private static func withoutFloods(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks <= 30 { result.append(scalar) }
    }
    return String(result)
  }

  /// The bytes of the string's content, unescaped; nil for anything that is no string or key.
  public var content: ArraySlice<UInt8>? {
    let node = node
    guard node.kind == .string || node.kind == .key else { return nil }
    let raw = rawContent(node)
    return node.flags.contains(.hasEscape) ? JSONEscapes.unescaped(raw)[...] : raw
  }

  /// What `body` makes of the bytes of the string's content, unescaped; nil for anything that is no string or key.
  @inlinable public func withContent<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let node = node
    guard node.kind == .string || node.kind == .key else { return nil }
    let start = Int(node.start)
    let end = Int(node.end)
    if !node.flags.contains(.hasEscape), end - start >= 2, document.bytes[start] == 0x22,
      document.bytes[end - 1] == 0x22
    {
      return document.bytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[(start + 1)..<(end - 1)]))
      }
    }
    return content?.withUnsafeBufferPointer(body)
  }

  /// Whether the string's content, unescaped, is exactly `bytes`.
  public func hasContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = node
    guard node.kind == .string || node.kind == .key else { return false }
    let length = Int(node.end) - Int(node.start) - 2
    if !node.flags.contains(.hasEscape), length >= 0 {
      let isSame = document.bytes.withUnsafeBufferPointer { text -> Bool? in
        guard text[Int(node.start)] == 0x22 else { return nil }
        guard length == bytes.count else { return false }
        for offset in 0..<length where text[Int(node.start) + 1 + offset] != bytes[offset] { return false }
        return true
      }
      if let isSame { return isSame }
    }
    return slowContent(node).elementsEqual(bytes)
  }

  /// The content of a string or key, unescaped.
  func slowContent(_ node: JSONNode) -> ArraySlice<UInt8> {
    let raw = rawContent(node)
    return node.flags.contains(.hasEscape) ? JSONEscapes.unescaped(raw)[...] : raw
  }

  /// Whether this is the string `text`.
  public func isString(_ text: StaticString) -> Bool {
    hasContent(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The truth value, if this is `true` or `false`.
  public var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The exact value of a number.
  public var decimal: ExactDecimal? { kind == .number ? ExactDecimal(text) : nil }

  /// The value of a number without fraction, such as `3`, `3.0` or `3e2`, where it fits.
  public var integer: Int? { decimal?.integer }

  /// Bytes between the quotes; unquoted and single-quoted keys of faulty texts stand as they are.
  private func rawContent(_ node: JSONNode) -> ArraySlice<UInt8> {
    let start = Int(node.start)
    let end = Int(node.end)
    let bytes = document.bytes
    guard start < end, bytes[start] == 0x22 || bytes[start] == 0x27 else { return bytes[start..<end] }
    let closed = end - start >= 2 && bytes[end - 1] == bytes[start]
    return bytes[(start + 1)..<(closed ? end - 1 : end)]
  }
}

/// The escapes of JSON strings, both ways.
public enum JSONEscapes {
  /// The content that `raw`, the bytes between two quotes, spells; what is no escape stays as it is.
  public static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == 0x5C, index + 1 < raw.endIndex else {
        let run = raw[(index + 1)...].firstIndex(of: 0x5C) ?? raw.endIndex
        result.append(contentsOf: raw[index..<run])
        index = run
        continue
      }
      let escape = raw[index + 1]
      index += 2
      switch escape {
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75:
        guard var scalar = hexadecimal(raw, at: index) else {
          result += [0x5C, escape]
          continue
        }
        index += 4
        if scalar >= 0xD800, scalar < 0xDC00, index + 1 < raw.endIndex, raw[index] == 0x5C,
          raw[index + 1] == 0x75,
          let low = hexadecimal(raw, at: index + 2), low >= 0xDC00, low < 0xE000
        {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
        result.append(
          contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      default: result.append(escape)
      }
    }
    return result
  }

  /// The value of the four hexadecimal digits at `index`, or nil.
  static func hexadecimal<Bytes: RandomAccessCollection<UInt8>>(_ raw: Bytes, at index: Int) -> UInt32?
  where Bytes.Index == Int {
    guard index + 4 <= raw.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in raw[index..<(index + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Appends `content` between quotes, escaped as `JSON.stringify` does: quotes, backslashes and controls only.
  public static func appendQuoted(_ content: some Sequence<UInt8>, to result: inout [UInt8]) {
    result.append(0x22)
    for byte in content {
      switch byte {
      case 0x22: result += [0x5C, 0x22]
      case 0x5C: result += [0x5C, 0x5C]
      case 0x08: result += [0x5C, 0x62]
      case 0x0C: result += [0x5C, 0x66]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x0D: result += [0x5C, 0x72]
      case 0x09: result += [0x5C, 0x74]
      case 0x00..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    result.append(0x22)
  }

  /// `text` between quotes.
  public static func quoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    appendQuoted(text.utf8, to: &result)
    return result
  }
}
