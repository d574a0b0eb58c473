/// A decimal number held exactly: `significand × 10^exponent`, of any length.
///
/// Money and limits are compared and printed without ever becoming binary floating point.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  /// Whether it is below zero.
  public let isNegative: Bool
  /// The significand's digits, most significant first, each from 0 to 9; empty for zero, never ending in 0.
  public let digits: [UInt8]
  /// The power of ten that the digits, read as one integer, are multiplied by.
  public let exponent: Int

  /// The value of an integer.
  public init(_ value: Int) {
    self.init(isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 - 0x30 }, exponent: 0)
  }

  /// The value with these parts; leading and trailing zeros are taken off.
  public init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    var trimmed = digits[...]
    while trimmed.first == 0 { trimmed = trimmed.dropFirst() }
    var exponent = exponent
    while trimmed.last == 0 {
      trimmed = trimmed.dropLast()
      exponent += 1
    }
    self.digits = Array(trimmed)
    self.isNegative = isNegative && !trimmed.isEmpty
    self.exponent = trimmed.isEmpty ? 0 : exponent
  }

  /// Reads a number token of JSON; nil for anything else.
  ///
  /// Exponents beyond ten million are cut there: the value stays larger, or smaller, than any limit in use.
  public init?(_ token: some Collection<UInt8>) {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0
    var afterPoint = false
    var index = token.startIndex
    if index < token.endIndex, token[index] == 0x2D {
      isNegative = true
      index = token.index(after: index)
    }
    var seen = false
    scan: while index < token.endIndex {
      let byte = token[index]
      switch byte {
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if afterPoint { exponent -= 1 }
        seen = true
      case 0x2E where !afterPoint: afterPoint = true
      case 0x45, 0x65: break scan
      default: return nil
      }
      index = token.index(after: index)
    }
    guard seen else { return nil }
    if index < token.endIndex {
      index = token.index(after: index)
      var isDown = false
      if index < token.endIndex, token[index] == 0x2B || token[index] == 0x2D {
        isDown = token[index] == 0x2D
        index = token.index(after: index)
      }
      guard index < token.endIndex else { return nil }
      var written = 0
      while index < token.endIndex {
        guard token[index] >= 0x30, token[index] <= 0x39 else { return nil }
        written = min(written * 10 + Int(token[index] - 0x30), 10_000_000)
        index = token.index(after: index)
      }
      exponent += isDown ? -written : written
    }
    self.init(isNegative: isNegative, digits: digits, exponent: exponent)
  }

  /// Zero.
  public static let zero = ExactDecimal(0)

  /// Whether it is zero.
  public var isZero: Bool { digits.isEmpty }
  /// Whether it has no fraction.
  public var isInteger: Bool { exponent >= 0 }
  /// The position of the leading digit: 0 for 1…9, 1 for 10…99, -1 for 0.1…0.9.
  public var magnitude: Int { digits.count - 1 + exponent }

  /// The value as an integer, where it is one and fits.
  public var integer: Int? {
    guard exponent >= 0, magnitude < 19 else { return isZero ? 0 : nil }
    var value = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int(digit))
      if overflow || carry { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The nearest binary floating point number, for statistics and pictures, never for money.
  public var double: Double { Double(description) ?? (isNegative ? -.infinity : .infinity) }

  /// Whether `left` comes first.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let below = left.isNegative ? right.absoluteIsLess(than: left) : left.absoluteIsLess(than: right)
    return below
  }

  private func absoluteIsLess(than other: ExactDecimal) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if magnitude != other.magnitude { return magnitude < other.magnitude }
    for (left, right) in zip(digits, other.digits) where left != right { return left < right }
    return digits.count < other.digits.count
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The value as JSON writes it, without exponent where that stays short.
  public var description: String {
    guard !isZero else { return "0" }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    if exponent >= 0, magnitude < 21 { return sign + text + String(repeating: "0", count: exponent) }
    if exponent < 0, magnitude >= 0 {
      let split = text.index(text.startIndex, offsetBy: magnitude + 1)
      return sign + text[..<split] + "." + text[split...]
    }
    if exponent < 0, magnitude > -7 {
      return sign + "0." + String(repeating: "0", count: -magnitude - 1) + text
    }
    let head = text.prefix(1)
    let tail = text.dropFirst()
    return "\(sign)\(head)\(tail.isEmpty ? "" : ".\(tail)")e\(magnitude < 0 ? "" : "+")\(magnitude)"
  }
}
