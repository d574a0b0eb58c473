extension TextScanner {
  /// Reads four numbers up to 255 without leading zeros.
  mutating func readIPv4() -> Bool {
    for part in 0..<4 {
      if part > 0, !take(".") { return false }
      let start = position
      guard takeWhile(Self.isDigit) > 0, position - start <= 3 else { return false }
      if text[start] == 0x30, position - start > 1 { return false }
      let value = text[start..<position].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard value <= 255 else { return false }
    }
    return true
  }

  /// Reads eight groups, a run of which may be left out once; the last two may be an IPv4 address.
  mutating func readIPv6() -> Bool {
    var groups = 0
    var isShortened = false
    if take(":") {
      guard take(":") else { return false }
      isShortened = true
    }
    while let byte = current, Self.isHex(byte) {
      let start = position
      let digits = takeWhile(Self.isHex)
      if current == 0x2E {
        position = start
        guard readIPv4() else { return false }
        groups += 2
        break
      }
      guard digits <= 4 else { return false }
      groups += 1
      guard take(":") else { break }
      if take(":") {
        guard !isShortened else { return false }
        isShortened = true
      } else if current.map(Self.isHex) != true {
        return false
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }

  /// Reads an address: a local part, which may be quoted, and a host name or a literal in brackets.
  mutating func readEmail(allowsUnicode: Bool) -> Bool {
    if take("\"") {
      while let byte = current, byte != 0x22 {
        position += byte == 0x5C ? 2 : 1
        guard byte >= 0x20, byte != 0x7F, allowsUnicode || byte < 0x80 else { return false }
      }
      guard take("\"") else { return false }
    } else {
      repeat {
        let count = takeWhile { Self.isAtomByte($0) || (allowsUnicode && $0 >= 0x80) }
        guard count > 0 else { return false }
      } while take(".")
    }
    guard take("@"), position < text.count else { return false }
    let domain = UnsafeBufferPointer(rebasing: text[position...])
    guard domain.first == UInt8(ascii: "[") else {
      return HostName.accepts(domain, allowsUnicode: allowsUnicode)
    }
    guard domain.last == UInt8(ascii: "]") else { return false }
    let literal = UnsafeBufferPointer(rebasing: domain[1..<(domain.count - 1)])
    if literal.starts(with: Array("IPv6:".utf8)) {
      return TextFormat.ipv6.accepts(UnsafeBufferPointer(rebasing: literal[5...]))
    }
    return TextFormat.ipv4.accepts(literal)
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    if isDigit(byte) || isLetter(byte) { return true }
    return switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
