/// How often something happened in so many tries, with what chance leaves open about it.
public struct Chance: Sendable, Hashable {
  /// How often it happened.
  public var hits: Int
  /// How often it was tried.
  public var tries: Int

  /// So many hits in so many tries; hits are kept between 0 and the tries.
  public init(hits: Int, tries: Int) {
    self.tries = max(tries, 0)
    self.hits = min(max(hits, 0), self.tries)
  }

  /// The share of hits; 0 where nothing was tried.
  public var share: Double { tries > 0 ? Double(hits) / Double(tries) : 0 }

  /// Where the true share lies, 95 times in 100: Wilson's interval (JASA 22 (1927) 209-212), which also says something
  /// where all or none were hits; 0 to 1 where nothing was tried.
  public var interval: ClosedRange<Double> {
    guard tries > 0 else { return 0...1 }
    let z = 1.959963984540054
    let count = Double(tries)
    let spread = z * z / count
    let middle = (share + spread / 2) / (1 + spread)
    let half = z / (1 + spread) * (share * (1 - share) / count + spread / (4 * count)).squareRoot()
    return max(middle - half, 0)...min(middle + half, 1)
  }

  /// Half the width of the interval: by how much another seed may move the share.
  public var error: Double { (interval.upperBound - interval.lowerBound) / 2 }
}
