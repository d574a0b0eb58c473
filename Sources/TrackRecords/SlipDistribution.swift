/// How many days later than promised things come: lumps of probability at whole numbers of days.
public struct SlipDistribution: Hashable, Sendable {
  /// A share of things that come so many days late.
  public struct Lump: Hashable, Sendable {
    /// Days after the promised date; negative where before.
    public let days: Int
    /// The share, from 0 to 1.
    public let share: Double
  }

  /// One of many things, followed until it came or until it was lost sight of.
  public struct Observation: Hashable, Sendable {
    /// How many days late it came; where it has not, how late it is at least: it comes later than that.
    public let days: Int
    /// Whether it came.
    public let came: Bool
    /// Where it has not come: how late it would be by what is said of it now.
    public let expected: Int

    /// Something that came so many days late.
    public static func came(_ days: Int) -> Self { Self(days: days, came: true, expected: days) }
    /// Something that comes later than `days` late, by what is said now `expected` days late.
    public static func open(after days: Int, expected: Int) -> Self {
      Self(days: days, came: false, expected: max(expected, days))
    }
  }

  /// The lumps, the earliest first, one for each number of days.
  public let lumps: [Lump]

  /// Rounding of sums of shares.
  private static let tolerance = 1e-9

  /// The distribution by Kaplan and Meier: what is still open counts for as long as it was followed.
  ///
  /// The share that was still open after the last that came is spread evenly over what is said now of all that are
  /// open, though not before the last that came. Nil without observations.
  public init?(_ observations: [Observation]) {
    let sorted = observations.sorted {
      ($0.days, $0.came ? 0 : 1, $0.expected) < ($1.days, $1.came ? 0 : 1, $1.expected)
    }
    guard !sorted.isEmpty else { return nil }
    var shares: [(days: Int, share: Double)] = []
    var surviving = 1.0
    var index = 0
    while index < sorted.count {
      let days = sorted[index].days
      let atRisk = sorted.count - index
      var events = 0
      while index < sorted.count, sorted[index].days == days {
        if sorted[index].came { events += 1 }
        index += 1
      }
      guard events > 0 else { continue }
      let share = surviving * Double(events) / Double(atRisk)
      shares.append((days, share))
      surviving = events == atRisk ? 0 : surviving - share
    }
    if surviving > Self.tolerance {
      let last = shares.last?.days ?? Int.min
      let tail = sorted.filter { !$0.came }.map { max($0.expected, last) }
      for days in tail { shares.append((days, surviving / Double(tail.count))) }
      shares.sort { $0.days < $1.days }
    }
    var lumps: [Lump] = []
    for (days, share) in shares {
      if let known = lumps.last, known.days == days {
        lumps[lumps.count - 1] = Lump(days: days, share: known.share + share)
      } else {
        lumps.append(Lump(days: days, share: share))
      }
    }
    self.lumps = lumps
  }

  /// The smallest number of days by which at least the share `level` has come.
  public func quantile(_ level: Double) -> Int {
    var sum = 0.0
    for lump in lumps {
      sum += lump.share
      if sum >= level - Self.tolerance { return lump.days }
    }
    return lumps.last?.days ?? 0
  }

  /// The share that comes at most so many days late.
  public func share(upTo days: Int) -> Double {
    min(1, lumps.reduce(0) { $1.days <= days ? $0 + $1.share : $0 })
  }

  /// The run of lumps whose share comes nearest to `share`; of equally near ones the shortest, then the earliest.
  public func interval(nearestTo share: Double) -> ClosedRange<Int> {
    guard let first = lumps.first else { return 0...0 }
    var best = (distance: Double.infinity, range: first.days...first.days)
    var end = 0
    var sum = 0.0
    for start in lumps.indices {
      // The sum is that of lumps from start up to but without end.
      while end < lumps.count, sum < share - Self.tolerance {
        sum += lumps[end].share
        end += 1
      }
      consider(start, end, sum, share, &best)
      if end - 1 > start { consider(start, end - 1, sum - lumps[end - 1].share, share, &best) }
      sum -= lumps[start].share
      if end == start + 1 { sum = 0 }
    }
    return best.range
  }

  private func consider(
    _ start: Int, _ end: Int, _ sum: Double, _ share: Double,
    _ best: inout (distance: Double, range: ClosedRange<Int>)
  ) {
    guard end > start else { return }
    let (low, high) = (lumps[start].days, lumps[end - 1].days)
    let distance = (sum - share).magnitude
    let isNearer = distance < best.distance - Self.tolerance
    let isAsNear = distance <= best.distance + Self.tolerance
    if isNearer || isAsNear && high - low < best.range.upperBound - best.range.lowerBound {
      best = (distance, low...high)
    }
  }
}
