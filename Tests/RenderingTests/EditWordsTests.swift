import CivilDates
import Testing

@testable import Planning
@testable import Rendering

/// What an edit is and what it moves.
@Suite struct EditWordsTests {
  private static func day(_ text: String) -> Day { Day(text) ?? .first }

  private static var facts: PlanFacts {
    func work(_ weeks: Double) -> [InitiativeFacts.Work] {
      [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: 2)]
    }
    return PlanFacts(
      initiatives: [
        InitiativeFacts(id: "a", title: "First", work: work(2), rank: 1),
        InitiativeFacts(
          id: "b", title: "Second", work: work(2), dependencies: [InitiativeFacts.Dependency(on: "a")],
          rank: 2),
      ], teams: ["web": TeamFacts(id: "web", title: "Web", capacity: [(nil, 2)])])
  }

  private static func told(
    from old: PlanFacts = facts, _ change: (inout PlanFacts) -> Void
  ) -> String {
    var new = old
    change(&new)
    let monday = day("2026-01-05")
    let comparison = ScheduleComparison(old, new, asOf: monday)
    let view = ComparisonView(comparison, sides: ("main", "files"), asOf: monday, version: "1")
    return HumanComparison.render(view, style: TextStyle(isColoured: false), width: 1_000)
  }

  @Test func whatOnlyShipsLaterDoesNotEndLater() {
    let text = Self.told {
      $0.settings.freezes = [
        PlanSettings.Freeze(from: Self.day("2026-01-08"), to: Self.day("2026-01-12"), title: "Stock")
      ]
    }
    #expect(
      text.contains(
        "What prodops.json says: new freeze from Thu 8 Jan 2026 to Mon 12 Jan 2026 (Stock). So “First” ships 2 working "
          + "days later."), "\(text)")
    #expect(!text.contains("ends 2 working days later"))
  }

  @Test func whatOnlyEndsLaterDoesNotMove() {
    var old = Self.facts
    old.settings.freezes = [PlanSettings.Freeze(from: Self.day("2026-01-07"), to: Self.day("2026-02-20"))]
    let text = Self.told(from: old) { $0.initiatives[1].work[0].effort = Effort(3) }
    #expect(text.contains("None of 2 initiatives moves."), "\(text)")
    #expect(!text.contains("INITIATIVE"), "no row for what starts and ships as before")
    #expect(
      text.contains(
        "“Second” (b) ends on Wed 21 Jan 2026 instead of Fri 16 Jan 2026, and starts and ships as before."),
      "\(text)")
    #expect(text.contains("1 edit moves no day on which something ships: b."), "\(text)")
  }

  @Test func whatOnlyStartsLaterIsARow() {
    var old = Self.facts
    old.settings.freezes = [PlanSettings.Freeze(from: Self.day("2026-01-07"), to: Self.day("2026-02-20"))]
    let text = Self.told(from: old) { $0.initiatives[0].work[0].effort = Effort(3) }
    #expect(
      text.contains("1 of 2 initiatives moves, 0 item-days in total; 1 of these ships as before."), "\(text)")
    #expect(text.contains("“First” (a) ends on "), "\(text)")
    #expect(text.contains("\nb           2026-01-"), "\(text)")
  }

  @Test func anEditedTeamIsNeededByOne() {
    let text = Self.told {
      $0.teams["web"]?.timeOff = [TeamFacts.TimeOff(from: Self.day("2026-01-05"), to: Self.day("2026-01-05"))]
    }
    #expect(
      text.contains("The team Web: time off. So “First” ships 1 working day later: it needs Web;"), "\(text)")
    #expect(!text.contains("both need"))
  }

  @Test func whatIsGoneKeepsItsTitle() {
    let text = Self.told { $0.initiatives.remove(at: 0) }
    #expect(
      text.contains("“First” (a) is gone. So “Second” ships 5 working days earlier: it waits for “First”."),
      "\(text)")
  }

  @Test func everySettingIsNamed() {
    var new = PlanSettings()
    new.focus = 0.7
    new.calendar = WorkCalendar(weekdays: 1...4, holidays: [Self.day("2026-01-06")])
    new.freezes = [1, 2].map { month in
      PlanSettings.Freeze(from: Self.day("2026-0\(month)-05"), to: Self.day("2026-0\(month)-06"))
    }
    new.effort = Effort(3)
    new.people = 2
    new.wipLimit = 4
    new.frozenDays = 5
    new.horizonDays = 1_000
    new.budget = 10
    new.simulations = 1_000
    new.correlation = (0.2, 0.3)
    new.seed = 2
    let old = PlanSettings()
    #expect(
      SettingsWords.differences(old, new) == [
        "focus 100 % to 70 %", "working days Mon, Tue, Wed, Thu and Fri to Mon, Tue, Wed and Thu",
        "new holiday Tue 6 Jan 2026", "2 new freezes", "default effort none to 3 person-weeks",
        "default people none to 2", "default limit of work at once none to 4",
        "days that the schedule looks ahead 730 to 1,000",
        "days in which an optimised schedule moves nothing 10 to 5",
        "schedules that an optimiser tries 5,000 to 10",
        "futures that a forecast plays through 10,000 to 1,000", "shared part of uncertainty 0.1 to 0.2",
        "part of uncertainty that a team shares 0.1 to 0.3", "seed of random numbers 1 to 2",
      ])
    #expect(SettingsWords.differences(new, old)[2...3] == ["holiday Tue 6 Jan 2026 gone", "2 freezes gone"])
    #expect(SettingsWords.differences(old, old).isEmpty)
  }
}
