import ChangeHistory
import CivilDates
import TestSupport
import Testing

@testable import TrackRecords

/// Days counted from 2024-01-01, so that tests can be reckoned by hand.
func day(_ number: Int) -> Day { Day.first.advanced(by: 19_723 + number) }

/// A promise by what was said: (said on, date).
func promise(
  _ name: String, _ said: [(Int, Int?)], ends: [(Int, Bool?)] = [], owner: String? = nil,
  team: String? = nil, pointer: String = "/milestones/beta/target"
) -> PromiseHistory {
  PromiseHistory(
    definition: name, pointer: pointer, owner: owner, team: team,
    statements: said.map { PromiseHistory.Statement(said: day($0.0), date: $0.1.map(day)) },
    turns: ends.map { Endings.Turn(day: day($0.0), isGoal: $0.1) })
}

@Suite struct PromiseHistoryTests {
  private let settled = OutcomeRule.settled(afterDays: 120)

  @Test func whatIsKnownWhen() {
    let slipping = promise("initiative:a", [(0, 100), (90, 220)])
    #expect(slipping.outcome(through: day(-1), by: settled) == .unsaid)
    #expect(slipping.outcome(through: day(0), by: settled) == .open(day(100)))
    #expect(slipping.outcome(through: day(89), by: settled) == .open(day(100)))
    #expect(slipping.outcome(through: day(90), by: settled) == .open(day(220)))
    #expect(slipping.outcome(through: day(339), by: settled) == .open(day(220)))
    #expect(slipping.outcome(through: day(340), by: settled) == .came(day(220)))
    #expect(slipping.state(through: day(90)) == .init(date: day(220), said: day(90), slips: 1))
    #expect(slipping.state(through: day(89))?.slips == 0)
  }

  @Test func settledIsNotForEver() {
    let reopened = promise("initiative:a", [(0, 100), (300, 400)])
    #expect(reopened.outcome(through: day(250), by: settled) == .came(day(100)))
    #expect(reopened.outcome(through: day(300), by: settled) == .open(day(400)))
  }

  @Test func droppedIsNoOutcome() {
    let dropped = promise("initiative:a", [(0, 100), (50, nil)])
    #expect(dropped.outcome(through: day(500), by: settled) == .dropped)
    #expect(dropped.state(through: day(50)) == nil)
    let again = promise("initiative:a", [(0, 100), (50, nil), (60, 130)])
    #expect(again.state(through: day(60))?.slips == 1)
  }

  @Test func endsThatAreRecorded() {
    let ended = promise("initiative:a", [(0, 100)], ends: [(110, true), (120, nil), (150, true)])
    #expect(ended.outcome(through: day(109), by: .recorded) == .open(day(100)))
    #expect(ended.outcome(through: day(110), by: .recorded) == .came(day(110)))
    #expect(ended.outcome(through: day(120), by: .recorded) == .open(day(100)))
    #expect(ended.outcome(through: day(500), by: .recorded) == .came(day(150)))
    let cancelled = promise("initiative:a", [(0, 100)], ends: [(90, false)])
    #expect(cancelled.outcome(through: day(90), by: .recorded) == .dropped)
  }

  @Test func thePartCountsBeforeTheWhole() {
    let both = PromiseHistory(
      definition: "initiative:a", pointer: "/milestones/beta/target",
      statements: [.init(said: day(0), date: day(10))], turns: [.init(day: day(12), isGoal: true)],
      wholeTurns: [.init(day: day(40), isGoal: false)])
    #expect(both.outcome(through: day(50), by: .recorded) == .came(day(12)))
  }

  @Test func whatIsSaidTwiceIsSaidOnce() {
    let history = promise("initiative:a", [(0, 100), (10, 100), (20, 130), (20, 140), (15, 150)])
    #expect(history.statements.map(\.said) == [day(0), day(20)])
    #expect(history.statements.map(\.date) == [day(100), day(150)])
    #expect(promise("initiative:a", [(0, 100), (5, 120), (5, 100)]).statements.count == 1)
  }

  @Test func theRuleSuitsWhatIsRecorded() {
    let open = (0..<4).map { promise("initiative:o\($0)", [(0, 100)]) }
    let ended = (0..<4).map { promise("initiative:e\($0)", [(0, 100)], ends: [(90, true)]) }
    #expect(OutcomeRule(suiting: open + ended, through: day(300)) == .recorded)
    #expect(OutcomeRule(suiting: open + ended.dropLast(), through: day(300)) == settled)
    #expect(OutcomeRule(suiting: open + ended, through: day(200)) == settled)
    #expect(OutcomeRule(suiting: [], through: day(0)) == settled)
    let metric = promise("metric:m", [(0, 100)], pointer: "/targets/100/by")
    let judged = JudgedPromises(open + ended + ended + [metric], through: day(300))
    #expect(judged.promises.count == 12)
    #expect(judged.untold.map(\.family.kind) == ["metric"])
    #expect(JudgedPromises(open + [metric], through: day(300)).untold.isEmpty)
  }
}
