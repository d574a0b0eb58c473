internal import CivilDates
internal import Planning

/// Days and numbers of a schedule in words.
enum DayWords {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `Mon` for 1, to `Sun` for 7.
  static func weekday(_ number: Int) -> String { weekdays[min(max(number, 1), 7) - 1] }

  /// `Tue 3 Mar 2026`: the day of the week matters where working days are counted.
  static func day(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(weekday(day.weekday)) \(number) \(MonthNames.names[month - 1]) \(year)"
  }

  /// `on Tue 3 Mar 2026`, or `from Mon 2 Mar 2026 to Tue 31 Mar 2026`.
  static func span(_ first: Day, _ last: Day) -> String {
    first == last ? "on \(day(first))" : "from \(day(first)) to \(day(last))"
  }

  /// `1 working day`, `9 working days`.
  static func working(_ days: Int) -> String { Counting.words(Int(days.magnitude), "working day") }

  /// `9 days late`, `17 days early`, `on the day`: working days against a promise.
  static func lateness(_ days: Int) -> String {
    if days == 0 { return "on the day" }
    return "\(Counting.words(Int(days.magnitude), "day")) \(days > 0 ? "late" : "early")"
  }

  /// `9 working days later`, `1 working day earlier`.
  static func moved(_ days: Int) -> String { "\(working(days)) \(days < 0 ? "earlier" : "later")" }

  /// A number with at most three places after the point, as JSON writes it: `2`, `0.7`, `12.25`.
  static func decimal(_ value: Double) -> String { number(value, places: 3) }

  /// `1 person`, `2.5 people`.
  static func people(_ people: Double) -> String {
    let number = number(people, places: 2)
    return "\(number) \(number == "1" ? "person" : "people")"
  }

  /// `1 person-week`, `2.5 person-weeks`.
  static func weeks(_ weeks: Double) -> String {
    let number = number(weeks, places: weeks < 1 ? 2 : 1)
    return "\(number) person-\(number == "1" ? "week" : "weeks")"
  }

  /// `3 person-weeks`, or `2 to 6, most likely 3 person-weeks`.
  static func effort(_ effort: Effort) -> String {
    guard effort.isRange else { return weeks(effort.likely) }
    return "\(number(effort.low, places: 1)) to \(number(effort.high, places: 1)), most likely "
      + weeks(effort.likely)
  }

  static func number(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "0" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let units = Int((min(max(value, -1e9), 1e9) * Double(scale)).rounded())
    var text = String(units.magnitude / UInt(scale))
    var rest = Int(units.magnitude % UInt(scale))
    if rest > 0 {
      text += "."
      var place = scale / 10
      while rest > 0, place > 0 {
        text += String(rest / place)
        rest %= place
        place /= 10
      }
    }
    return (units < 0 ? "-" : "") + text
  }
}
