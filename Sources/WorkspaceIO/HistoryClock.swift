internal import CivilDates
internal import Glibc

/// Days and seconds in a time zone, by the system's own tables.
struct ZoneClock {
  /// A clock of the zone named `zone`; a name that the system does not know means UTC.
  init(zone: String) {
    setenv("TZ", zone, 1)
    tzset()
  }

  /// The day that contains a time, in seconds since 1970 in UTC.
  func day(of time: Int64) -> Day {
    var seconds = time_t(time)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return .first }
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? (time < 0 ? .first : .last)
  }

  /// The last second of a day.
  func end(of day: Day) -> Int64 {
    let (year, month, number) = day.civil
    var parts = tm()
    parts.tm_year = Int32(clamping: year - 1900)
    parts.tm_mon = Int32(clamping: month - 1)
    // Midnight that ends the day, which is the start of the next one.
    parts.tm_mday = Int32(clamping: number + 1)
    parts.tm_isdst = -1
    return Int64(mktime(&parts)) - 1
  }
}
