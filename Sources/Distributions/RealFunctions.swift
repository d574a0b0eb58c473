/// The exponential and the natural logarithm, the same to the last bit on every machine.
///
/// A C library's choose their way by the processor, so that two machines may disagree in the last bit, and forecasts
/// promise equal bytes. Both follow the method of FreeBSD's msun (Sun, 1993): reduction by powers of two and a rational
/// approximation; within one unit in the last place.
public enum RealFunctions {
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  /// e to the power of `x`; infinity above 709.78, 0 below -745.13.
  public static func exp(_ x: Double) -> Double {
    guard x < 709.782712893384 else { return x.isNaN ? x : .infinity }
    guard x > -745.1332191019411 else { return x.isNaN ? x : 0 }
    let power = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let high = x - power * ln2High
    let low = power * ln2Low
    let rest = high - low
    let square = rest * rest
    let even =
      square
      * (1.66666666666666019037e-01
        + square
        * (-2.77777777770155933842e-03
          + square
          * (6.61375632143793436117e-05
            + square * (-1.65339022054652515390e-06 + square * 4.13813679705723846039e-08))))
    let odd = rest - even
    let value = 1 - ((low - rest * odd / (2 - odd)) - high)
    let exponent = Int(power)
    // In two steps, so that neither factor leaves the range of doubles.
    let half = exponent / 2
    return value * twoTo(half) * twoTo(exponent - half)
  }

  /// The natural logarithm of `x`; minus infinity of 0, NaN below.
  public static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var exponent = Int(x.exponent)
    var part = x.significand
    if part > 1.4142135623730951 {
      part /= 2
      exponent += 1
    }
    let above = part - 1
    let ratio = above / (2 + above)
    let square = ratio * ratio
    let fourth = square * square
    let first =
      fourth
      * (3.999999999940941908e-01
        + fourth * (2.222219843214978396e-01 + fourth * 1.531383769920937332e-01))
    let second =
      square
      * (6.666666666666735130e-01
        + fourth
        * (2.857142874366239149e-01
          + fourth * (1.818357216161805012e-01 + fourth * 1.479819860511658591e-01)))
    let half = 0.5 * above * above
    let power = Double(exponent)
    return power * ln2High - ((half - (ratio * (half + first + second) + power * ln2Low)) - above)
  }

  /// 2 to a power between -1022 and 1023.
  private static func twoTo(_ power: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: power + 1023) << 52)
  }
}
