/// Reads a text byte by byte, for the checks of formats.
struct TextScanner {
  let text: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { position == text.count }
  var current: UInt8? { position < text.count ? text[position] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard let current, UInt32(current) == scalar.value else { return false }
    position += 1
    return true
  }

  /// Reads as many bytes as a test holds for.
  mutating func takeWhile(_ test: (UInt8) -> Bool) -> Int {
    let start = position
    while let current, test(current) { position += 1 }
    return position - start
  }

  /// Reads exactly so many decimal digits.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let current, Self.isDigit(current) else { return nil }
      value = value * 10 + Int(current - 0x30)
      position += 1
    }
    return value
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
  }

  mutating func readUUID() -> Bool {
    for (index, count) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0, !take("-") { return false }
      for _ in 0..<count {
        guard let current, Self.isHex(current) else { return false }
        position += 1
      }
    }
    return true
  }

  mutating func readPointer() -> Bool {
    while take("/") {
      while let byte = current, byte != 0x2F {
        position += 1
        if byte == 0x7E, !take("0"), !take("1") { return false }
      }
    }
    return isAtEnd
  }

  mutating func readRelativePointer() -> Bool {
    let isZero = current == 0x30
    let digits = takeWhile(Self.isDigit)
    guard digits > 0, !isZero || digits == 1 else { return false }
    return take("#") ? isAtEnd : readPointer()
  }
}
