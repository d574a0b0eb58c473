extension ECMATranslator {
  /// A single code point, or a set of them, as an escape or a class names it.
  enum Member {
    case code(UInt32)
    case set(String)
    case property(name: String, negated: Bool)
  }

  /// Reads an escape outside of a class, after its backslash.
  mutating func readEscape() throws(PatternError) {
    let start = position - 1
    guard let scalar = current else { throw fault(.badEscape, at: start) }
    switch scalar {
    case "b", "B":
      position += 1
      assertion(scalar == "b" ? "\\b" : "\\B")
    case "k":
      position += 1
      try namedReference(at: start)
    case "1"..."9":
      try reference(to: readNumber() ?? 0, at: start)
    default:
      try emit(readMember(at: start), inClass: false)
      atom("")
    }
  }

  /// Emits what an escape stands for.
  mutating func emit(_ member: Member, inClass: Bool) throws(PatternError) {
    switch member {
    case .code(let code) where (0xD800...0xDFFF).contains(code):
      // A lone surrogate is in no text, so that it matches nothing.
      if !inClass { emit("[]") }
    case .code(let code): emit(literal: code)
    case .set(let text):
      if inClass {
        emit(text)
      } else {
        emit("[")
        emit(text)
        emit("]")
      }
    case .property(let name, let negated):
      emit(negated ? "\\P{" : "\\p{")
      output.append(contentsOf: name.utf8)
      emit("}")
    }
  }

  /// Reads the escapes that mean the same inside and outside of classes.
  mutating func readMember(at start: Int) throws(PatternError) -> Member {
    guard let scalar = current else { throw fault(.badEscape, at: start) }
    position += 1
    switch scalar {
    case "d": return .set("0-9")
    case "D": return .set("\\D")
    case "w": return .set("a-zA-Z0-9_")
    case "W": return .set("\\W")
    case "s": return .set(Self.space)
    case "S": return .set(Self.notSpace)
    case "t": return .code(9)
    case "n": return .code(10)
    case "v": return .code(11)
    case "f": return .code(12)
    case "r": return .code(13)
    case "0":
      if let next = current, ("0"..."9").contains(next) { throw fault(.badEscape, at: start) }
      return .code(0)
    case "c":
      guard let letter = current, letter.isASCII, letter.properties.isAlphabetic else {
        throw fault(.badEscape, at: start)
      }
      position += 1
      return .code(letter.value & 31)
    case "x": return .code(try readHex(digits: 2, at: start))
    case "u": return .code(try readUnicodeEscape(at: start))
    case "p", "P": return try readProperty(negated: scalar == "P", at: start)
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
      return .code(scalar.value)
    default: throw fault(.badEscape, at: start)
    }
  }

  /// ECMA-262's white space and line terminators.
  private static let space: String = """
    \\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}
    """

  /// All the rest.
  private static let notSpace: String = """
    \\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\
    \\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{d7ff}\\x{e000}-\\x{fefe}\
    \\x{ff00}-\\x{10ffff}
    """

  private mutating func readHex(digits: Int, at start: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current?.hexDigit else { throw fault(.badEscape, at: start) }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private mutating func readUnicodeEscape(at start: Int) throws(PatternError) -> UInt32 {
    if take("{") {
      var value: UInt32 = 0
      var count = 0
      while let digit = current?.hexDigit {
        value = value << 4 | digit
        guard value <= 0x10FFFF else { throw fault(.badCodePoint, at: start) }
        position += 1
        count += 1
      }
      guard count > 0, take("}") else { throw fault(.badEscape, at: start) }
      return value
    }
    let high = try readHex(digits: 4, at: start)
    guard (0xD800...0xDBFF).contains(high) else { return high }
    let resume = position
    if take(word: "\\u"), let low = try? readHex(digits: 4, at: start), (0xDC00...0xDFFF).contains(low) {
      return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }
    position = resume
    return high
  }

  private mutating func readProperty(negated: Bool, at start: Int) throws(PatternError) -> Member {
    guard take("{") else { throw fault(.badProperty, at: start) }
    var parts = [""]
    while let scalar = current, scalar != "}" {
      if scalar == "=", parts.count == 1 {
        parts.append("")
      } else if scalar.isASCII, scalar == "_" || scalar.properties.isAlphabetic || scalar.hexDigit != nil {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else {
        throw fault(.badProperty, at: start)
      }
      position += 1
    }
    let value = parts.count == 2 ? parts[1] : nil
    guard take("}"), let name = UnicodeProperty.pcreName(parts[0], value: value) else {
      throw fault(.badProperty, at: start)
    }
    // The one property whose complement is what PCRE2 has a name for.
    return name == "Assigned"
      ? .property(name: "Cn", negated: !negated) : .property(name: name, negated: negated)
  }
}

extension Unicode.Scalar {
  /// The value of a hexadecimal digit.
  fileprivate var hexDigit: UInt32? {
    switch self {
    case "0"..."9": value - 48
    case "a"..."f": value - 87
    case "A"..."F": value - 55
    default: nil
    }
  }
}
