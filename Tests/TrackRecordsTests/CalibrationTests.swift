import CivilDates
import TestSupport
import Testing

@testable import TrackRecords

/// Dates that were promised, judged by hand.
@Suite struct CalibrationTests {
  private let settled = OutcomeRule.settled(afterDays: 120)

  @Test func everyDateIsJudgedByItself() {
    let promises = [
      // Met, said 100 days before.
      promise("initiative:a", [(0, 100)], owner: "@ana", team: "search"),
      // The first of its dates missed by 90 days, the second met with 80 days' notice.
      promise("initiative:b", [(0, 20), (30, 110)], owner: "@ana", team: "search"),
      // Missed; not come yet: it is known on day 400 only that it slips by more than 400 - 120 - 60 days.
      promise("initiative:c", [(0, 60), (50, 380)], team: "pages"),
      // Taken back.
      promise("initiative:d", [(0, 60), (50, nil)], team: "pages"),
      // Too early to judge.
      promise("initiative:e", [(0, 350)]),
      // Written down when its day had come.
      promise("initiative:f", [(100, 90)]),
    ]
    let all = Calibration(promises, through: day(400), rule: settled)
    #expect(all.total.met == 2)
    #expect(all.total.missedBy == [90])
    #expect(all.total.stillOut == 1)
    #expect(all.total.dropped == 1)
    #expect(all.total.undecided == 2)
    #expect(all.saidAfterwards == 1)
    #expect(all.total.shareMet == 0.5)
    #expect(all.total.medianDays == 90)
    #expect(all.total.meanDays == 90)
    #expect(all.total.isSmall)
    #expect(all.byNotice[.short]?.judged == 1)
    #expect(all.byNotice[.weeks]?.judged == 2)
    #expect(all.byNotice[.months]?.met == 1)
    #expect(all.byTeam.map(\.name) == ["search", "pages", nil])
    #expect(all.byTeam.first?.group.met == 2)
    #expect(all.byOwner.first { $0.name == "@ana" }?.group.judged == 3)
  }

  @Test func noticeIsInWeeks() {
    #expect(
      [27, 28, 90, 91, 181, 182].map { Calibration.Notice(days: $0) } == [
        .short, .weeks, .weeks, .months, .months, .long,
      ])
  }

  @Test func whatIsRecordedIsJudgedAtOnce() {
    let promises = [
      promise("initiative:a", [(0, 100)], ends: [(100, true)]),
      promise("initiative:b", [(0, 100)], ends: [(104, true)]),
      promise("initiative:c", [(0, 100)]), promise("initiative:d", [(0, 100)], ends: [(3, false)]),
    ]
    let all = Calibration(promises, through: day(110), rule: .recorded)
    #expect(all.total.met == 1)
    #expect(all.total.missedBy == [4])
    #expect(all.total.stillOut == 1)
    #expect(all.total.dropped == 1)
    // Half of the two missed came 4 days late.
    #expect(all.total.medianDays == 4)
  }
}
