import Distributions
import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite struct StandardNormalTests {
  /// The values that Wichura (1988) gives for checking PPND16.
  @Test(arguments: [
    (0.25, -0.674489750196081743), (0.001, -3.090232306167813542), (1e-20, -9.262340089798407574),
  ])
  func quantilesArePublishedOnes(_ p: Double, _ z: Double) {
    #expect(abs(StandardNormal.quantile(p) - z) <= 2e-15 * abs(z))
  }

  /// Shares on the right, in each branch and on both sides of a border: up to 2.5 from SciPy 1.17.1, `norm.sf`; beyond,
  /// where that is 1e-13 off, from the continued fraction in 60 digits.
  @Test(arguments: [
    (0.1, 0.460172162722971), (0.5, 0.3085375387259869), (0.67, 0.25142889509531013),
    (0.68, 0.24825223045357053), (1, 0.15865525393145707), (2.5, 0.006209665325776132),
    (6, 9.865876450376981e-10), (8, 6.220960574271784e-16),
    (20, 2.753624118606234e-89), (37, 5.725571222524577e-300),
  ])
  func sharesAreKnownOnes(_ x: Double, _ share: Double) {
    #expect(abs(StandardNormal.above(x) - share) <= 2e-15 * share)
    #expect(abs(StandardNormal.below(-x) - share) <= 2e-15 * share)
    #expect(abs(StandardNormal.below(x) - (1 - share)) <= 2e-16)
  }

  @Test(.needsConformance) func theReferenceHolds() throws {
    let path = try #require(Conformance.folder) + "/stats/reference.json"
    let cases = try #require(JSONDocument.parse(try contents(ofFile: path)).root?["cases"])
    var count = 0
    for one in cases.items {
      let input = one["in"]
      switch one["fn"]?.string {
      case "norm_cdf":
        let (x, want) = try (#require(Self.number(input?["x"])), #require(Self.number(one["out"])))
        #expect(abs(StandardNormal.below(x) - want) <= 1e-13 * want)
      case "norm_ppf":
        let (p, want) = try (#require(Self.number(input?["p"])), #require(Self.number(one["out"])))
        #expect(abs(StandardNormal.quantile(p) - want) <= max(1e-15, 1e-13 * abs(want)))
      case "ci_prop_wilson":
        guard try #require(Self.number(input?["alpha"])) == 0.05 else { continue }
        let (hits, tries) = try (#require(Self.number(input?["x"])), #require(Self.number(input?["n"])))
        let interval = Chance(hits: Int(hits), tries: Int(tries)).interval
        let want = try #require(one["out"]).items.compactMap(Self.number)
        #expect(abs(interval.lowerBound - want[0]) <= 1e-14)
        #expect(abs(interval.upperBound - want[1]) <= 1e-14)
      default: continue
      }
      count += 1
    }
    #expect(count > 20)
  }

  private static func number(_ value: JSONValue?) -> Double? {
    value?.decimal?.double
  }

  @Test func theEndsAreInfinite() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(1.1).isNaN)
    #expect(StandardNormal.quantile(.nan).isNaN && StandardNormal.below(.nan).isNaN)
    #expect(StandardNormal.below(.infinity) == 1 && StandardNormal.below(-.infinity) == 0)
    #expect(StandardNormal.above(40) == 0)
  }

  /// Quantile and share undo each other, far out too.
  @Test func quantilesUndoShares() {
    for step in -370...80 {
      let z = Double(step) / 10
      let back = StandardNormal.quantile(StandardNormal.below(z))
      // On the right a share near 1 has only so many digits left.
      let tolerance = z < 1 ? 1e-13 * max(abs(z), 1) : 1e-15 / StandardNormal.above(z)
      #expect(abs(back - z) <= tolerance, "\(z)")
    }
  }

  @Test func theLogarithmAndTheExponentialAreThoseOfTheLibrary() {
    var draws = (0..<20_000).map { KeyedDraws(seed: 3, key: "x").uniform($0) }
    draws += [0x1p-1074, 0x1p-1022, .leastNormalMagnitude, 1, .greatestFiniteMagnitude, 1.4142135623730951]
    for draw in draws {
      for x in [draw, 1 / draw, draw * 1e-200] where x.isFinite {
        let (mine, theirs) = (RealFunctions.log(x), Foundation.log(x))
        #expect(mine == theirs || abs(mine - theirs) <= theirs.ulp, "log \(x)")
      }
      for x in [draw, -draw, draw * 700, draw * -745] {
        let (mine, theirs) = (RealFunctions.exp(x), Foundation.exp(x))
        #expect(mine == theirs || abs(mine - theirs) <= theirs.ulp, "exp \(x)")
      }
    }
    #expect(RealFunctions.exp(710) == .infinity && RealFunctions.exp(-746) == 0)
    #expect(RealFunctions.exp(.nan).isNaN && RealFunctions.log(.nan).isNaN && RealFunctions.log(-1).isNaN)
    #expect(RealFunctions.log(0) == -.infinity && RealFunctions.log(.infinity) == .infinity)
    #expect(RealFunctions.exp(0) == 1 && RealFunctions.log(1) == 0)
  }
}
