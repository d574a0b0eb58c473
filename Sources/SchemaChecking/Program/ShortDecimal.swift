internal import JSONSyntax

/// A number of at most 18 digits, exactly, in two machine words; longer ones are marked and compared otherwise.
struct ShortDecimal: BitwiseCopyable, Sendable {
  var mantissa: Int64 = 0
  var exponent: Int32 = 0
  var isExact = false

  init() {}

  /// Reads a token of JSON's grammar.
  init(token: UnsafeBufferPointer<UInt8>) {
    var value: Int64 = 0
    var digits = 0
    var scale: Int32 = 0
    var index = 0
    let isNegative = token.first == 0x2D
    if isNegative { index = 1 }
    var afterPoint = false
    while index < token.count {
      let byte = token[index]
      if byte >= 0x30, byte <= 0x39 {
        if value != 0 || byte != 0x30 { digits += 1 }
        guard digits <= 18 else { return }
        value = value * 10 + Int64(byte - 0x30)
        if afterPoint { scale -= 1 }
      } else if byte == 0x2E {
        afterPoint = true
      } else {
        break
      }
      index += 1
    }
    if index < token.count {
      // An exponent: at most four digits are of interest here.
      index += 1
      var isDown = false
      if index < token.count, token[index] == 0x2B || token[index] == 0x2D {
        isDown = token[index] == 0x2D
        index += 1
      }
      var written: Int32 = 0
      while index < token.count {
        guard token[index] >= 0x30, token[index] <= 0x39, written < 10_000 else { return }
        written = written * 10 + Int32(token[index] - 0x30)
        index += 1
      }
      scale += isDown ? -written : written
    }
    mantissa = isNegative ? -value : value
    exponent = value == 0 ? 0 : scale
    isExact = true
  }

  /// The order of two exact numbers, or nil where the words do not suffice.
  static func compare(_ left: ShortDecimal, _ right: ShortDecimal) -> Int? {
    guard left.isExact, right.isExact else { return nil }
    if left.exponent == right.exponent { return sign(left.mantissa, right.mantissa) }
    if left.exponent > right.exponent {
      guard let scaled = left.mantissa(at: right.exponent) else { return nil }
      return sign(scaled, right.mantissa)
    }
    guard let scaled = right.mantissa(at: left.exponent) else { return nil }
    return sign(left.mantissa, scaled)
  }

  private static func sign(_ left: Int64, _ right: Int64) -> Int { left < right ? -1 : left > right ? 1 : 0 }

  private func mantissa(at lower: Int32) -> Int64? {
    var steps = exponent - lower
    guard steps <= 18 else { return mantissa == 0 ? 0 : nil }
    var value = mantissa
    while steps > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      steps -= 1
    }
    return value
  }
}

extension ExactDecimal {
  /// Whether this is a whole multiple of a divisor; nil where the divisor has more than 18 digits.
  func isMultiple(of divisor: ExactDecimal) -> Bool? {
    guard !isZero else { return true }
    guard !divisor.isZero, divisor.digits.count <= 18 else { return nil }
    let modulus = divisor.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
    let (shift, overflow) = exponent.subtractingReportingOverflow(divisor.exponent)
    // Neither ends in a zero, so that a finer number is no multiple of a coarser one.
    guard !overflow, shift >= 0 else { return false }
    var rest = digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % modulus }
    var power: UInt64 = 10 % modulus
    var steps = shift
    while steps > 0 {
      if steps & 1 == 1 { rest = Self.product(rest, power, modulo: modulus) }
      power = Self.product(power, power, modulo: modulus)
      steps >>= 1
    }
    return rest == 0
  }

  private static func product(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    modulus.dividingFullWidth((left % modulus).multipliedFullWidth(by: right % modulus)).remainder
  }
}
