internal import CivilDates

extension TextScanner {
  /// Reads RFC 3339's `full-date`.
  mutating func readDate() -> Bool {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2), (1...12).contains(month)
    else { return false }
    return day >= 1 && day <= Day.daysInMonth(year: year, month: month)
  }

  /// Reads a day, `2026-03`, `2026-Q1`, `2026-H1` or `2026`.
  mutating func readWhen() -> Bool {
    guard number(digits: 4) != nil else { return false }
    guard take("-") else { return true }
    if take("Q") { return number(digits: 1).map { (1...4).contains($0) } ?? false }
    if take("H") { return number(digits: 1).map { (1...2).contains($0) } ?? false }
    guard let month = number(digits: 2), (1...12).contains(month) else { return false }
    if isAtEnd { return true }
    position = 0
    return readDate()
  }

  /// Reads RFC 3339's `full-time`; a leap second only where it falls on the last minute of a day in UTC.
  mutating func readTime() -> Bool {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
      let second = number(digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    if take("."), takeWhile(Self.isDigit) == 0 { return false }
    var offset = 0
    if !take("Z"), !take("z") {
      let sign = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours < 24,
        minutes < 60
      else { return false }
      offset = sign * (hours * 60 + minutes)
    }
    guard second == 60 else { return true }
    let utc = (hour * 60 + minute - offset + 2 * 1440) % 1440
    return utc == 1439
  }

  /// Reads a duration of ISO 8601 as RFC 3339's appendix A writes it.
  mutating func readDuration() -> Bool {
    guard take("P") else { return false }
    let start = position
    if takeWhile(Self.isDigit) > 0, take("W") { return true }
    position = start
    guard let date = readParts(["Y", "M", "D"]) else { return false }
    guard take("T") else { return date > 0 }
    guard let time = readParts(["H", "M", "S"]) else { return false }
    return time > 0
  }

  /// Reads parts in their order without gaps, such as `1Y2M`; the number of them, or nil.
  private mutating func readParts(_ units: [Unicode.Scalar]) -> Int? {
    var next = 0
    var count = 0
    while let current, Self.isDigit(current) {
      _ = takeWhile(Self.isDigit)
      guard let unit = units[next...].firstIndex(where: { UInt32(self.current ?? 0) == $0.value }),
        count == 0 || unit == next
      else { return nil }
      position += 1
      next = unit + 1
      count += 1
    }
    return count
  }
}
