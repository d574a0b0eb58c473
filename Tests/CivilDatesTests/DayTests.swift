import CivilDates
import Testing

@Suite struct DayTests {
  @Test func everyDayOfTheRangeComesBack() {
    var expected = (year: 1970, month: 1, day: 1)
    for number in 0...Day.last.number {
      let day = Day(number: number)
      #expect(
        day?.civil.year == expected.year && day?.civil.month == expected.month
          && day?.civil.day == expected.day)
      #expect(day.flatMap { Day($0.description) } == day)
      expected.day += 1
      if expected.day > Day.daysInMonth(year: expected.year, month: expected.month) {
        expected = (expected.month == 12 ? expected.year + 1 : expected.year, expected.month % 12 + 1, 1)
      }
    }
    #expect(Day.last.description == "2200-12-31")
  }

  @Test(arguments: [
    "2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "2026-01-01 ", "10000-01-01", "1969-12-31",
    "2201-01-01",
    "2026-01-01T00:00:00Z", "",
  ])
  func whatIsNoDayIsRefused(_ text: String) { #expect(Day(text) == nil) }

  @Test func weekdaysAreISO() {
    #expect(Day("1970-01-01")?.weekday == 4)
    #expect(Day("2026-11-22")?.weekday == 7)
  }

  @Test func arithmeticNeverTraps() {
    #expect(Day.first.advanced(by: .min) == .first)
    #expect(Day.last.advanced(by: .max) == .last)
    #expect(Day("2024-02-28")?.advanced(by: 2).description == "2024-03-01")
  }
}

@Suite struct WhenTests {
  @Test(arguments: [
    ("2026-03-14", 1, "2026-03-14", "2026-03-14"), ("2026-03", 1, "2026-03-01", "2026-03-31"),
    ("2026-Q1", 1, "2026-01-01", "2026-03-31"), ("2026-H2", 1, "2026-07-01", "2026-12-31"),
    ("2026", 1, "2026-01-01", "2026-12-31"), ("2026-Q1", 4, "2025-04-01", "2025-06-30"),
    ("2026", 10, "2025-10-01", "2026-09-30"), ("2200-Q4", 1, "2200-10-01", "2200-12-31"),
  ])
  func aWhenMeansItsDays(_ text: String, _ start: Int, _ first: String, _ last: String) throws {
    let when = try #require(When(text.utf8, fiscalYearStart: start))
    #expect(when.first.description == first)
    #expect(when.last.description == last)
  }

  @Test(arguments: ["2026-Q5", "2026-H3", "2026-13", "26", "2026-", "2026-q1", "x026", "20260"])
  func whatIsNoWhenIsRefused(_ text: String) { #expect(When(text.utf8) == nil) }

  @Test func distancesAreSpokenInFittingUnits() {
    #expect(DayDistance.words(1) == "1 day")
    #expect(DayDistance.words(-14) == "14 days")
    #expect(DayDistance.words(35) == "5 weeks")
    #expect(DayDistance.words(126) == "4 months")
    #expect(DayDistance.words(913) == "2.5 years")
  }
}
