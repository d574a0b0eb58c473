extension ExactDecimal {
  /// How far apart two leading digits may be for both numbers to count in a sum.
  private static let reach = 1_000

  /// The sum, exact; of two numbers more than a thousand digits apart it is the larger one alone.
  public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    if left.isZero { return right }
    if right.isZero { return left }
    if abs(left.magnitude - right.magnitude) > reach {
      return left.magnitude > right.magnitude ? left : right
    }
    let exponent = max(min(left.exponent, right.exponent), max(left.magnitude, right.magnitude) - 2 * reach)
    let first = left.aligned(to: exponent)
    let second = right.aligned(to: exponent)
    if left.isNegative == right.isNegative {
      return ExactDecimal(isNegative: left.isNegative, digits: sum(first, second), exponent: exponent)
    }
    let firstIsLess = left.isNegative ? -left < right : left < -right
    return firstIsLess
      ? ExactDecimal(isNegative: right.isNegative, digits: difference(second, first), exponent: exponent)
      : ExactDecimal(isNegative: left.isNegative, digits: difference(first, second), exponent: exponent)
  }

  /// The difference, as exact as a sum.
  public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal { left + -right }

  /// The number with the other sign.
  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(isNegative: !value.isNegative, digits: value.digits, exponent: value.exponent)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout ExactDecimal, right: ExactDecimal) { left = left + right }

  /// The digits as multiples of ten to the power of `lowest`, least significant first; lower digits are cut.
  private func aligned(to lowest: Int) -> [UInt8] {
    if exponent >= lowest { return Array(repeating: 0, count: exponent - lowest) + digits.reversed() }
    return digits.dropLast(min(lowest - exponent, digits.count)).reversed()
  }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(left.count, right.count) {
      let digit = (index < left.count ? left[index] : 0) + (index < right.count ? right[index] : 0) + carry
      result.append(digit % 10)
      carry = digit / 10
    }
    result.append(carry)
    return result.reversed()
  }

  /// The difference of two numbers of which `left` is not the smaller.
  private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var borrow: UInt8 = 0
    for index in left.indices {
      let taken = (index < right.count ? right[index] : 0) + borrow
      borrow = left[index] < taken ? 1 : 0
      result.append(left[index] + borrow * 10 - taken)
    }
    return result.reversed()
  }
}

extension ExactDecimal {
  /// The number times a count, exact; a count beyond a million million counts as that.
  public func multiplied(by count: Int) -> ExactDecimal {
    let factor = min(count.magnitude, 1_000_000_000_000)
    var product: [UInt8] = []
    var carry: UInt = 0
    for digit in digits.reversed() {
      let value = UInt(digit) * factor + carry
      product.append(UInt8(value % 10))
      carry = value / 10
    }
    while carry > 0 {
      product.append(UInt8(carry % 10))
      carry /= 10
    }
    return ExactDecimal(
      isNegative: isNegative != (count < 0), digits: product.reversed(), exponent: exponent)
  }
}
