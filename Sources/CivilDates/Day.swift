/// A civil day, counted from 1970-01-01 in the proleptic Gregorian calendar; no clock, no time zone.
///
/// Days lie between 1970-01-01 and 2200-12-31, the range of the definition format. Conversions follow Howard
/// Hinnant's `days_from_civil` and `civil_from_days`.
@frozen public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The first day of the format's range, 1970-01-01.
  public static let first = Day(unchecked: 0)
  /// The last day of the format's range, 2200-12-31.
  public static let last = Day(unchecked: 84_370)

  @usableFromInline init(unchecked number: Int) { self.number = number }

  /// The day `number` days after 1970-01-01, or nil outside the range.
  public init?(number: Int) {
    guard number >= 0, number <= Self.last.number else { return nil }
    self.number = number
  }

  /// The day of a year, a month from 1 and a day of the month from 1, or nil where there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1970, year <= 2200, month >= 1, month <= 12, day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that `YYYY-MM-DD` spells, digits only and nothing around it; nil for days that do not exist.
  @inlinable public init?(iso bytes: some Collection<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var fields = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        guard byte == 0x2D else { return nil }
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let digit = Int(byte) - 0x30
      if index < 4 {
        fields.0 = fields.0 * 10 + digit
      } else if index < 7 {
        fields.1 = fields.1 * 10 + digit
      } else {
        fields.2 = fields.2 * 10 + digit
      }
    }
    self.init(year: fields.0, month: fields.1, day: fields.2)
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (number + 3) % 7 + 1 }

  /// The day `days` later, or earlier where negative; moved to the end of the range where it would leave it.
  public func advanced(by days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    if overflow { return days < 0 ? .first : .last }
    return Day(unchecked: min(max(sum, 0), Self.last.number))
  }

  /// How many days later `other` is; negative where it is earlier.
  public func days(until other: Day) -> Int { other.number - number }

  /// Whether `left` comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// How many days a month has; `month` from 1.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The day that `YYYY-MM-DD` spells.
  public init?(_ text: some StringProtocol) { self.init(iso: Array(text.utf8)) }
}
