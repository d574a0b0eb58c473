extension TextScanner {
  /// Reads a URI (RFC 3986) or an IRI (RFC 3987), or a reference to one.
  mutating func readURI(isAbsolute: Bool, allowsUnicode: Bool) -> Bool {
    if !readScheme() {
      guard !isAbsolute else { return false }
      // Without a scheme, a colon before the first slash would read as one.
      let end = text.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? text.count
      if text[..<end].contains(0x3A) { return false }
    }
    if position + 1 < text.count, text[position] == 0x2F, text[position + 1] == 0x2F {
      position += 2
      guard readAuthority(allowsUnicode) else { return false }
      if let current, current != 0x2F, current != 0x3F, current != 0x23 { return false }
    }
    guard readCharacters(allowsUnicode, extra: [0x3A, 0x40, 0x2F]) else { return false }
    if take("?"), !readCharacters(allowsUnicode, extra: [0x3A, 0x40, 0x2F, 0x3F]) { return false }
    if take("#"), !readCharacters(allowsUnicode, extra: [0x3A, 0x40, 0x2F, 0x3F]) { return false }
    return isAtEnd
  }

  private mutating func readScheme() -> Bool {
    guard let first = current, Self.isLetter(first) else { return false }
    _ = takeWhile { Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    if take(":") { return true }
    position = 0
    return false
  }

  private mutating func readAuthority(_ allowsUnicode: Bool) -> Bool {
    let start = position
    let end = text[start...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? text.count
    if let at = text[start..<end].lastIndex(of: 0x40) {
      guard readCharacters(allowsUnicode, extra: [0x3A]), position == at else { return false }
      position += 1
    }
    if take("[") {
      let isFuture = current.map { $0 | 0x20 } == 0x76
      if isFuture {
        _ = takeWhile { $0 != 0x5D && $0 > 0x20 && $0 < 0x7F }
      } else if !readIPv6() {
        return false
      }
      guard take("]") else { return false }
    } else {
      guard readCharacters(allowsUnicode, extra: []) else { return false }
    }
    if take(":") { _ = takeWhile(Self.isDigit) }
    return position == end
  }

  /// Reads unreserved characters, percent escapes, sub-delimiters and `extra`; false at a broken escape.
  private mutating func readCharacters(_ allowsUnicode: Bool, extra: [UInt8]) -> Bool {
    while let byte = current {
      if byte == 0x25 {
        guard position + 2 < text.count, Self.isHex(text[position + 1]), Self.isHex(text[position + 2]) else {
          return false
        }
        position += 3
      } else if Self.isUnreserved(byte) || Self.isDelimiter(byte) || extra.contains(byte)
        || (allowsUnicode && byte >= 0x80)
      {
        position += 1
      } else {
        return true
      }
    }
    return true
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D: true
    default: false
    }
  }

  /// Reads a template (RFC 6570): literals, and expressions in braces.
  mutating func readURITemplate() -> Bool {
    while let byte = current {
      if byte == 0x7B {
        position += 1
        guard readExpression() else { return false }
      } else if byte == 0x25 {
        guard position + 2 < text.count, Self.isHex(text[position + 1]), Self.isHex(text[position + 2]) else {
          return false
        }
        position += 3
      } else {
        switch byte {
        case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7C, 0x7D, 0x7F: return false
        default: position += 1
        }
      }
    }
    return true
  }

  private mutating func readExpression() -> Bool {
    if let byte = current, Array("+#./;?&=,!@|".utf8).contains(byte) { position += 1 }
    repeat {
      var length = 0
      var afterDot = true
      while let byte = current, Self.isNameByte(byte) {
        if byte == 0x2E, afterDot { return false }
        afterDot = byte == 0x2E
        length += 1
        position += 1
      }
      guard length > 0 else { return false }
      if take(":") {
        let start = position
        guard takeWhile(Self.isDigit) > 0, position - start <= 4, text[start] != 0x30 else { return false }
      } else {
        _ = take("*")
      }
    } while take(",")
    return take("}")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2E || byte == 0x25
  }
}
