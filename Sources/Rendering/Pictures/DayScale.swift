internal import CivilDates

/// Days on a stretch of pixels.
struct DayScale {
  let first: Day
  let last: Day
  let start: Int
  let end: Int

  /// The stretch from `start`, where `first` stands, to `end`; at least two weeks long.
  init(_ first: Day, _ last: Day, from start: Int, to end: Int) {
    self.first = first
    self.last = max(last, first.advanced(by: 14))
    self.start = start
    self.end = end
  }

  /// Where a day stands; days outside stand at the ends.
  func position(_ day: Day) -> Int {
    let day = min(max(day, first), last)
    let length = max(first.days(until: last), 1)
    return start + (first.days(until: day) * (end - start) + length / 2) / length
  }

  /// The beginnings of months, quarters or years, at most `count` of them, with what they are called.
  func ticks(atMost count: Int) -> [(day: Day, text: String)] {
    for months in [1, 2, 3, 6, 12, 24, 60, 120, 240] {
      let found = ticks(everyMonths: months)
      if found.count <= count { return found }
    }
    return []
  }

  private func ticks(everyMonths months: Int) -> [(day: Day, text: String)] {
    let begin = (first.civil.year * 12 + first.civil.month - 1) / months
    let end = (last.civil.year * 12 + last.civil.month - 1) / months
    guard begin <= end, end - begin < 400 else { return Array(repeating: (first, ""), count: 400) }
    return (begin...end).compactMap { number in
      let month = number * months
      guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1), day >= first, day <= last else {
        return nil
      }
      return (day, months >= 12 ? String(month / 12) : MonthNames.short(day))
    }
  }
}

/// Months as pictures call them.
enum MonthNames {
  static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Oct 25`.
  static func short(_ day: Day) -> String {
    let (year, month, _) = day.civil
    let ending = String(year % 100)
    return "\(names[month - 1]) \(ending.utf8.count < 2 ? "0" : "")\(ending)"
  }
}
