internal import ChangeHistory
public import CivilDates
public import Diffing
internal import Workspaces

/// A promise over time: what was promised, and when it was said.
public struct PromiseTrend: Sendable {
  /// The definition.
  public let subject: Change.Subject
  /// The way to the date.
  public let fields: [FieldStep]
  /// The dates that were said, the earliest first.
  public let points: [(said: Day, promised: Day)]
  /// How often it slipped.
  public let slips: Int
}

/// How many promises slipped in a stretch of time.
public struct SlipCount: Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day
  /// How many promises slipped.
  public internal(set) var slips = 0
  /// How many of them did so after the old date had passed.
  public internal(set) var late = 0
}

extension ChangeReport {
  /// The promises that slipped in the period and slipped most in all, at most `count`.
  public func trends(atMost count: Int) -> [PromiseTrend] {
    let moved = slips.sorted {
      ($1.slipsEver, $1.totalDays, $0.entry.change.subject.name, $0.entry.change.pointer)
        < ($0.slipsEver, $0.totalDays, $1.entry.change.subject.name, $1.entry.change.pointer)
    }
    return moved.prefix(count).compactMap { move in
      let change = move.entry.change
      guard let record = source.history.ledger.record(change.subject.name, change.pointer) else { return nil }
      let points = record.entries.compactMap { entry in
        entry.last.map { (said: entry.step.day, promised: $0) }
      }
      guard points.count > 1 else { return nil }
      return PromiseTrend(
        subject: change.subject, fields: change.fields, points: points, slips: record.slips)
    }
  }

  /// Slips by month up to the end of the period: those of the period and of at least a year; by quarter, or by year,
  /// where there would be more than `count`.
  public func slipCounts(atMost count: Int) -> [SlipCount] {
    let end = source.day
    let records = source.history.ledger.all
    let days = records.lazy.flatMap(\.entries).map(\.step.day)
    guard let earliest = days.min() else { return [] }
    let yearBack = end.advanced(by: -335)
    let begin = max(min(source.firstDay ?? earliest, yearBack), earliest)
    let months = [1, 3, 12].first { Self.distance(begin, end, $0) < count } ?? 12
    var counts = Self.stretches(from: begin, to: end, months: months, atMost: count)
    guard let first = counts.first?.first else { return [] }
    for record in records {
      for entry in record.entries
      where entry.idiom == .promiseSlipped && entry.step.day >= first && entry.step.day <= end {
        let index = Self.distance(first, entry.step.day, months)
        guard counts.indices.contains(index) else { continue }
        counts[index].slips += 1
        if (entry.notice ?? 0) < 0 { counts[index].late += 1 }
      }
    }
    return counts
  }

  /// How many stretches of so many months lie between those of two days.
  private static func distance(_ from: Day, _ to: Day, _ months: Int) -> Int {
    func number(_ day: Day) -> Int { (day.civil.year * 12 + day.civil.month - 1) / months }
    return number(to) - number(from)
  }

  /// The stretches from one day's to another's, the last `count` of them.
  private static func stretches(from: Day, to: Day, months: Int, atMost count: Int) -> [SlipCount] {
    let last = (to.civil.year * 12 + to.civil.month - 1) / months
    let first = max((from.civil.year * 12 + from.civil.month - 1) / months, last - count + 1)
    guard first <= last else { return [] }
    return (first...last).compactMap { number in
      let (start, next) = (number * months, (number + 1) * months)
      guard let first = Day(year: start / 12, month: start % 12 + 1, day: 1) else { return nil }
      let end = Day(year: next / 12, month: next % 12 + 1, day: 1)?.advanced(by: -1) ?? .last
      return SlipCount(first: first, last: end)
    }
  }
}
