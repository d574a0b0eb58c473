/// The normal distribution of mean 0 and variance 1.
public enum StandardNormal {
  /// The 90th percentile.
  public static let p90 = 1.2815515655446004

  /// The value that a share `p` of draws stays below; minus infinity at 0, infinity at 1, NaN outside.
  ///
  /// Algorithm AS 241 (Wichura, Applied Statistics 37 (1988) 477-484), PPND16: about 16 digits. Of one uniform number
  /// comes one normal one, which is what keeps keyed draws apart from each other.
  public static func quantile(_ p: Double) -> Double {
    let offset = p - 0.5
    if offset.magnitude <= 0.425 {
      let r = 0.180625 - offset * offset
      return offset * ratio(r, centralNumerator, centralDenominator)
    }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let tail = lowerTail(offset < 0 ? p : 1 - p)
    return offset < 0 ? tail : -tail
  }

  /// The value that a share `q` of draws stays above; as exact for the smallest shares as `quantile` is.
  public static func upperQuantile(_ q: Double) -> Double { -quantile(q) }

  /// The share of draws below `x`; within 2e-15 of itself, also far out on the left.
  ///
  /// Cody's rational approximations (Algorithm 715, ACM TOMS 19 (1993) 22-32).
  public static func below(_ x: Double) -> Double {
    if x.isNaN { return x }
    let size = x.magnitude
    if size <= 0.67448975 {
      let square = size > 1.11e-16 ? x * x : 0
      return 0.5 + x * ratio(square, nearNumerator, nearDenominator)
    }
    let tail = tail(beyond: size)
    return x < 0 ? tail : 1 - tail
  }

  /// The share of draws above `x`; within 2e-15 of itself, also far out on the right.
  public static func above(_ x: Double) -> Double { below(-x) }

  private static func lowerTail(_ p: Double) -> Double {
    let r = (-RealFunctions.log(p)).squareRoot()
    return r <= 5
      ? -ratio(r - 1.6, middleNumerator, middleDenominator) : -ratio(r - 5, farNumerator, farDenominator)
  }

  /// The share beyond `size`, which is above 0.67.
  private static func tail(beyond size: Double) -> Double {
    guard size < 38.6 else { return 0 }
    let value: Double
    if size <= 5.656854249492381 {
      value = ratio(size, cdfMiddleNumerator, cdfMiddleDenominator)
    } else {
      let square = 1 / (size * size)
      let correction = square * ratio(square, cdfFarNumerator, cdfFarDenominator)
      value = (0.398942280401432677939946 - correction) / size
    }
    // The exponent in two parts, the first of them exact, or its rounding would show in the result.
    let coarse = (size * 16).rounded(.towardZero) / 16
    let rest = (size - coarse) * (size + coarse)
    return RealFunctions.exp(-coarse * coarse * 0.5) * RealFunctions.exp(-rest * 0.5) * value
  }

  /// One polynomial over another, the coefficients of the lowest power first.
  private static func ratio(_ x: Double, _ above: Coefficients, _ below: Coefficients) -> Double {
    above.value(x) / below.value(x)
  }

  /// A polynomial of degree 8, in plain fields so that nothing is looked up while simulating.
  private struct Coefficients {
    var c0 = 0.0
    var c1 = 0.0
    var c2 = 0.0
    var c3 = 0.0
    var c4 = 0.0
    var c5 = 0.0
    var c6 = 0.0
    var c7 = 0.0
    var c8 = 0.0

    @inline(__always) func value(_ x: Double) -> Double {
      ((((((((c8 * x) + c7) * x + c6) * x + c5) * x + c4) * x + c3) * x + c2) * x + c1) * x + c0
    }
  }

  private static let centralNumerator = Coefficients(
    c0: 3.3871328727963666080, c1: 1.3314166789178437745e+2, c2: 1.9715909503065514427e+3,
    c3: 1.3731693765509461125e+4, c4: 4.5921953931549871457e+4, c5: 6.7265770927008700853e+4,
    c6: 3.3430575583588128105e+4, c7: 2.5090809287301226727e+3)
  private static let centralDenominator = Coefficients(
    c0: 1, c1: 4.2313330701600911252e+1, c2: 6.8718700749205790830e+2, c3: 5.3941960214247511077e+3,
    c4: 2.1213794301586595867e+4, c5: 3.9307895800092710610e+4, c6: 2.8729085735721942674e+4,
    c7: 5.2264952788528545610e+3)
  private static let middleNumerator = Coefficients(
    c0: 1.42343711074968357734, c1: 4.63033784615654529590, c2: 5.76949722146069140550,
    c3: 3.64784832476320460504, c4: 1.27045825245236838258, c5: 2.41780725177450611770e-1,
    c6: 2.27238449892691845833e-2, c7: 7.74545014278341407640e-4)
  private static let middleDenominator = Coefficients(
    c0: 1, c1: 2.05319162663775882187, c2: 1.67638483018380384940, c3: 6.89767334985100004550e-1,
    c4: 1.48103976427480074590e-1, c5: 1.51986665636164571966e-2, c6: 5.47593808499534494600e-4,
    c7: 1.05075007164441684324e-9)
  private static let farNumerator = Coefficients(
    c0: 6.65790464350110377720, c1: 5.46378491116411436990, c2: 1.78482653991729133580,
    c3: 2.96560571828504891230e-1, c4: 2.65321895265761230930e-2, c5: 1.24266094738807843860e-3,
    c6: 2.71155556874348757815e-5, c7: 2.01033439929228813265e-7)
  private static let farDenominator = Coefficients(
    c0: 1, c1: 5.99832206555887937690e-1, c2: 1.36929880922735805310e-1, c3: 1.48753612908506148525e-2,
    c4: 7.86869131145613259100e-4, c5: 1.84631831751005468180e-5, c6: 1.42151175831644588870e-7,
    c7: 2.04426310338993978564e-15)

  private static let nearNumerator = Coefficients(
    c0: 18154.981253343561249, c1: 1067.6894854603709582, c2: 161.02823106855587881,
    c3: 2.2352520354606839287, c4: 0.065682337918207449113)
  private static let nearDenominator = Coefficients(
    c0: 45507.789335026729956, c1: 10260.932208618978205, c2: 976.09855173777669322,
    c3: 47.20258190468824187, c4: 1)
  private static let cdfMiddleNumerator = Coefficients(
    c0: 9842.7148383839780218, c1: 11602.651437647350124, c2: 6848.1904505362823326,
    c3: 2494.5375852903726711, c4: 597.27027639480026226, c5: 93.506656132177855979,
    c6: 8.8831497943883759412, c7: 0.39894151208813466764, c8: 1.0765576773720192317e-8)
  private static let cdfMiddleDenominator = Coefficients(
    c0: 19685.429676859990727, c1: 38912.003286093271411, c2: 34900.952721145977266,
    c3: 18615.571640885098091, c4: 6485.558298266760755, c5: 1519.377599407554805,
    c6: 235.38790178262499861, c7: 22.266688044328115691, c8: 1)
  private static let cdfFarNumerator = Coefficients(
    c0: 2.9112874951168792e-5, c1: 0.001421619193227893466, c2: 0.022235277870649807,
    c3: 0.1274011611602473639, c4: 0.21589853405795699, c5: 0.02307344176494017303)
  private static let cdfFarDenominator = Coefficients(
    c0: 7.29751555083966205e-5, c1: 0.00378239633202758244, c2: 0.0659881378689285515,
    c3: 0.468238212480865118, c4: 1.28426009614491121, c5: 1)
}
