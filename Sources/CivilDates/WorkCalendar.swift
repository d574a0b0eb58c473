/// The days on which people work: days of the week, without the holidays.
public struct WorkCalendar: Hashable, Sendable {
  /// The days of the week on which people work, 1 for Monday to 7 for Sunday (ISO 8601); never empty.
  public let weekdays: Set<Int>
  /// The days on which nobody works.
  public let holidays: Set<Day>

  /// A calendar by its days of the week and holidays; without days of the week, Monday to Friday.
  public init(weekdays: some Sequence<Int> = 1...5, holidays: some Sequence<Day> = []) {
    let known = Set(weekdays.filter { (1...7).contains($0) })
    self.weekdays = known.isEmpty ? Set(1...5) : known
    self.holidays = Set(holidays)
  }

  /// How many days people work in a week.
  public var daysPerWeek: Int { weekdays.count }

  /// Whether people work on a day.
  public func isWorking(_ day: Day) -> Bool { weekdays.contains(day.weekday) && !holidays.contains(day) }
}

/// The working days of a calendar from a day on, counted from 0.
public struct WorkingDays: Sendable {
  /// The day that they are counted from; it need not be a working day itself.
  public let origin: Day
  /// The calendar.
  public let calendar: WorkCalendar
  private let days: [Day]

  /// The working days from `origin` to `last`, both of which may be among them.
  public init(_ calendar: WorkCalendar, from origin: Day, to last: Day) {
    self.origin = origin
    self.calendar = calendar
    days =
      origin > last
      ? [] : (origin.number...last.number).compactMap { Day(number: $0) }.filter(calendar.isWorking)
  }

  /// How many there are.
  public var count: Int { days.count }

  /// The working day with a number; the last one where there are not so many, nil where there is none at all.
  public subscript(number: Int) -> Day? {
    days.isEmpty ? nil : days[min(max(number, 0), days.count - 1)]
  }

  /// The number of the first working day that is not before `day`; `count` where all are before it.
  public func number(from day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of the first working day after `day`; `count` where none is.
  public func number(after day: Day) -> Int { number(from: day.advanced(by: 1)) }

  /// How many working days lie between two days, of which the first counts and the second does not; negative backwards.
  ///
  /// Counted by the calendar itself, so that the days may lie outside these.
  public func working(from first: Day, to last: Day) -> Int {
    if last < first { return -working(from: last, to: first) }
    let weeks = first.days(until: last) / 7
    let rest = first.advanced(by: weeks * 7)
    let full = weeks * calendar.weekdays.count
    let remainder = (rest.number..<last.number).count { calendar.weekdays.contains(($0 + 3) % 7 + 1) }
    let off = calendar.holidays.count {
      $0 >= first && $0 < last && calendar.weekdays.contains($0.weekday)
    }
    return full + remainder - off
  }
}
