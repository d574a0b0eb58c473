/// When what has ended is delivered: for each end the day after the one on which it is.
///
/// Work that is done in a time in which nothing ships waits for its end.
public struct Delivery: Sendable, Equatable {
  /// For each end from 0 on the day after the one of delivery; never less for a later end, and never less than the end.
  public let days: [Int]

  /// A delivery by the days after those on which ends from 0 on are delivered; made to ascend where they do not.
  public init(_ days: [Int]) {
    var last = 0
    self.days = days.enumerated().map { end, day in
      last = max(last, max(day, end))
      return last
    }
  }

  /// The day after the one on which what has ended is delivered.
  public subscript(end: Int) -> Int {
    end < 0 ? end : end < days.count ? days[end] : max(days.last ?? 0, end)
  }

  /// The latest end that is delivered by a day; -1 where none is.
  public func lastEnd(by due: Int) -> Int {
    guard due >= 0 else { return -1 }
    if due >= max(days.count, days.last ?? 0) { return due }
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= due { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

extension SchedulingProblem {
  /// The day after the one on which an activity is delivered that ends so.
  public func delivered(_ end: Int, of activity: Int) -> Int { delivery(of: activity)?[end] ?? end }

  /// The latest end with which an activity is delivered when it is due; nil where it is not due.
  public func lastEnd(of activity: Int) -> Int? {
    activities[activity].due.map { due in delivery(of: activity)?.lastEnd(by: due) ?? due }
  }

  private func delivery(of activity: Int) -> Delivery? {
    activities[activity].delivery.flatMap { deliveries.indices.contains($0) ? deliveries[$0] : nil }
  }
}
