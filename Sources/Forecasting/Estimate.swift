internal import Distributions

/// How much effort something takes, as a range: one time in ten less than `low`, as likely over as under `likely`, one
/// time in ten more than `high`; in any unit of effort.
///
/// What lies between and beyond follows the two-piece lognormal distribution through the three points: efforts are
/// products of many causes, and overruns have no upper limit (Trietsch et al., EJOR 216 (2012) 386-396).
public struct Estimate: Sendable, Equatable {
  /// The effort that one time in ten is enough.
  public let low: Double
  /// The effort that is as likely exceeded as not: what a plan counts with.
  public let likely: Double
  /// The effort that one time in ten is not enough.
  public let high: Double
  /// What the spread is taken from.
  public let source: SpreadSource
  /// What was stated and could not be taken as it stood.
  public let repairs: [Repair]
  let curve: EffortCurve

  /// Something that a range said and that cannot be.
  public enum Repair: Sendable, Hashable {
    /// Not a number, or negative: counted as 0.
    case notAnEffort
    /// Above 1,000,000: counted as that.
    case tooLarge
    /// The three were not in order: sorted.
    case unordered
    /// `likely` was 0 while there is work to do: counted as half way between the other two.
    case likelyMissing
    /// `high` was 0 while there is work to do: counted as the larger of the other two.
    case highMissing
    /// `low` was 0 while there is work to do: counted as far below `likely` as `high` is above it.
    case lowMissing
    /// More than a thousand times away from `likely`: counted as that.
    case tooWide
  }

  /// The largest effort.
  public static let largest = 1_000_000.0

  /// A range by its three points; what cannot be is repaired, and said in `repairs`.
  public init(low: Double, likely: Double, high: Double, source: SpreadSource = .stated) {
    var repairs: [Repair] = []
    func note(_ repair: Repair) { if !repairs.contains(repair) { repairs.append(repair) } }
    var points = [low, likely, high].map { (point: Double) -> Double in
      guard point >= 0 else {
        note(.notAnEffort)
        return 0
      }
      if point > Self.largest { note(.tooLarge) }
      return min(point, Self.largest)
    }
    if points[1] == 0, max(points[0], points[2]) > 0 {
      note(.likelyMissing)
      points[1] = (points[0] + points[2]) / 2
    }
    if points[2] == 0, points[1] > 0 {
      note(.highMissing)
      points[2] = max(points[0], points[1])
    }
    if points[0] == 0, points[1] > 0 {
      note(.lowMissing)
      let (middle, top) = (min(points[1], points[2]), max(points[1], points[2]))
      points[0] = middle * (middle / top)
    }
    let sorted = points.sorted()
    if sorted != points { note(.unordered) }
    let (below, above) = (sorted[1] / 1000, sorted[1] * 1000)
    if sorted[0] < below || sorted[2] > above { note(.tooWide) }
    self.low = max(sorted[0], below)
    self.likely = sorted[1]
    self.high = min(sorted[2], above)
    self.source = source
    self.repairs = repairs
    curve = EffortCurve(low: self.low, likely: self.likely, high: self.high)
  }

  /// One number, spread by what actual efforts are as multiples of estimated ones.
  public init(point: Double, spread: SpreadRatios, source: SpreadSource) {
    self.init(
      low: point * spread.low, likely: point * spread.middle, high: point * spread.high, source: source)
  }

  /// Whether every draw is the same.
  public var isCertain: Bool { curve.isCertain }

  /// The effort that a share `p` of futures stays below; `p` above 0 and below 1.
  public func quantile(_ p: Double) -> Double {
    curve.effort(at: StandardNormal.quantile(min(max(p, 1e-300), 1 - 0x1p-53)))
  }

  /// The share of futures in which more than `effort` is needed.
  public func share(above effort: Double) -> Double { curve.share(above: effort) }
}

/// The two-piece lognormal distribution through three points that are in order, all above 0 or all 0.
struct EffortCurve: Sendable, Equatable {
  let likely: Double
  /// The spread below `likely` per standard deviation, in logarithms.
  private let below: Double
  /// The spread above `likely` per standard deviation, in logarithms.
  private let above: Double

  init(low: Double, likely: Double, high: Double) {
    self.likely = likely
    below = likely > 0 ? RealFunctions.log(likely / low) / StandardNormal.p90 : 0
    above = likely > 0 ? RealFunctions.log(high / likely) / StandardNormal.p90 : 0
  }

  var isCertain: Bool { below == 0 && above == 0 }

  /// The effort at `z` standard deviations from `likely`.
  @inline(__always) func effort(at z: Double) -> Double {
    likely * RealFunctions.exp(z * (z < 0 ? below : above))
  }

  func share(above effort: Double) -> Double {
    guard likely > 0, effort > 0 else { return likely > 0 ? 1 : 0 }
    let distance = RealFunctions.log(effort / likely)
    let spread = distance < 0 ? below : above
    guard spread > 0 else { return distance < 0 ? 1 : 0 }
    return StandardNormal.above(distance / spread)
  }
}
