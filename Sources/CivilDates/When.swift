/// A date as vague as a plan honestly is: a day, a month, a quarter, a half or a year.
///
/// Quarters and halves follow the fiscal year, which is named by the calendar year in which it ends.
public struct When: Hashable, Sendable {
  /// How exact it is.
  public enum Precision: Int, Comparable, Sendable {
    case day
    case month
    case quarter
    case half
    case year

    /// Whether `left` comes first.
    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// How exact it is.
  public let precision: Precision
  /// The first day that is meant.
  public let first: Day
  /// The last day that is meant: as a target, a when means this day.
  public let last: Day

  /// The single day `day`.
  public init(_ day: Day) {
    precision = .day
    first = day
    last = day
  }

  /// Reads `2026-03-14`, `2026-03`, `2026-Q1`, `2026-H1` or `2026`; nil for anything else.
  ///
  /// `fiscalYearStart` is the month, from 1, in which the fiscal year begins.
  public init?(_ text: UnsafeBufferPointer<UInt8>, fiscalYearStart: Int = 1) {
    if text.count == 10 {
      guard let day = Day(iso: text) else { return nil }
      self.init(day)
      return
    }
    guard text.count >= 4, text.count <= 7, let year = Self.number(text, 0..<4), year >= 1970, year <= 2200
    else { return nil }
    switch text.count {
    case 4: self.init(.year, fiscalYear: year, part: 0, months: 12, fiscalYearStart)
    case 7:
      guard text[4] == 0x2D else { return nil }
      if text[5] == 0x51, text[6] >= 0x31, text[6] <= 0x34 {
        self.init(.quarter, fiscalYear: year, part: Int(text[6]) - 0x31, months: 3, fiscalYearStart)
      } else if text[5] == 0x48, text[6] >= 0x31, text[6] <= 0x32 {
        self.init(.half, fiscalYear: year, part: Int(text[6]) - 0x31, months: 6, fiscalYearStart)
      } else if let month = Self.number(text, 5..<7), month >= 1, month <= 12 {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        self.init(
          .month, first: first, last: first.advanced(by: Day.daysInMonth(year: year, month: month) - 1))
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Reads the bytes of a text, as from a buffer.
  public init?(_ bytes: [UInt8], fiscalYearStart: Int = 1) {
    guard let when = bytes.withUnsafeBufferPointer({ When($0, fiscalYearStart: fiscalYearStart) }) else {
      return nil
    }
    self = when
  }

  /// Reads bytes that stand anywhere, as from a buffer.
  public init?(_ bytes: some Collection<UInt8>, fiscalYearStart: Int = 1) {
    guard
      let when = Array(bytes).withUnsafeBufferPointer({ When($0, fiscalYearStart: fiscalYearStart) })
    else { return nil }
    self = when
  }

  private init(_ precision: Precision, first: Day, last: Day) {
    self.precision = precision
    self.first = first
    self.last = last
  }

  private init?(_ precision: Precision, fiscalYear: Int, part: Int, months: Int, _ fiscalYearStart: Int) {
    let start = min(max(fiscalYearStart, 1), 12)
    let firstMonth = (start == 1 ? fiscalYear : fiscalYear - 1) * 12 + start - 1 + part * months
    let nextMonth = firstMonth + months
    guard
      let first = Day(
        year: max(firstMonth / 12, 1970), month: firstMonth / 12 < 1970 ? 1 : firstMonth % 12 + 1, day: 1)
    else { return nil }
    let last = Day(year: nextMonth / 12, month: nextMonth % 12 + 1, day: 1)?.advanced(by: -1) ?? .last
    self.init(precision, first: first, last: last)
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = text[index]
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit) - 0x30
    }
    return value
  }
}
