/// How often each whole number was seen: quantiles of it are exact, and adding two gives the same in any order.
///
/// Numbers above `limit` are counted as beyond it. What it takes in memory goes with the distance between the smallest
/// and the largest number that were seen.
public struct Histogram: Sendable, Equatable {
  /// The largest number that is counted by itself.
  public let limit: Int
  /// How many numbers were seen, those beyond the limit included.
  public private(set) var count = 0
  /// How many numbers were above the limit.
  public private(set) var beyond = 0
  private var sum = 0
  /// The number that `counts` begins with.
  private var base = 0
  private var counts: [UInt32] = []

  /// An empty one for numbers from 0 to `limit`, which is at most 16,777,216.
  public init(limit: Int) { self.limit = min(max(limit, 0), 1 << 24) }

  /// Counts a number; below 0 counts as 0.
  public mutating func add(_ value: Int) { add(value, times: 1) }

  /// Counts everything that another one has seen; the other's limit is to be the same.
  public mutating func add(_ other: Histogram) {
    for (offset, times) in other.counts.enumerated() where times > 0 {
      add(other.base + offset, times: times)
    }
    beyond += other.beyond
    count += other.beyond
  }

  /// The smallest number that at least `percent` of 100 of those seen are not above; nil where it is beyond the limit,
  /// or nothing was seen.
  public func quantile(percent: Int) -> Int? {
    let rank = max((min(max(percent, 0), 100) * count + 99) / 100, 1)
    guard count > 0, rank <= count - beyond else { return nil }
    var seen = 0
    for (offset, times) in counts.enumerated() {
      seen += Int(times)
      if seen >= rank { return base + offset }
    }
    return nil
  }

  /// How many of those seen are not above `value`.
  public func count(upTo value: Int) -> Int {
    guard value >= base else { return 0 }
    return counts.prefix(min(value, limit) - base + 1).reduce(0) { $0 + Int($1) }
  }

  /// The mean; nil where something was beyond the limit, or nothing was seen.
  public var mean: Double? { count > 0 && beyond == 0 ? Double(sum) / Double(count) : nil }

  /// The numbers that were seen, the smallest first, and how often.
  public var entries: [(value: Int, count: Int)] {
    counts.enumerated().filter { $0.element > 0 }.map { (base + $0.offset, Int($0.element)) }
  }

  private mutating func add(_ value: Int, times: UInt32) {
    count += Int(times)
    guard value <= limit else {
      beyond += Int(times)
      return
    }
    let value = max(value, 0)
    sum += value * Int(times)
    var place = value - base
    if place < 0 || place >= counts.count { place = makeRoom(for: value) }
    counts[place] += times
  }

  /// Makes a cell for `value` and returns its place; grows by half of what is there, or a walk of values would be slow.
  private mutating func makeRoom(for value: Int) -> Int {
    let slack = counts.count / 2 + 8
    if counts.isEmpty {
      base = max(value - slack, 0)
      counts = [UInt32](repeating: 0, count: value - base + slack)
    } else if value < base {
      let first = max(value - slack, 0)
      counts.insert(contentsOf: repeatElement(0, count: base - first), at: 0)
      base = first
    } else {
      counts.append(contentsOf: repeatElement(0, count: value - base - counts.count + slack))
    }
    return value - base
  }

  /// Whether both have seen the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.limit == right.limit && left.count == right.count && left.beyond == right.beyond
      && left.entries.elementsEqual(right.entries, by: ==)
  }
}
