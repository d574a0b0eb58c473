import CivilDates
import Planning
import Scheduling
import Testing

@Suite struct TeamLoadTests {
  /// A Wednesday.
  private let today = Day("2026-01-07") ?? .first

  private func plan(people: Double, timeOff: [TeamFacts.TimeOff] = [], pinned: Bool = false) -> PlanSchedule {
    let work = [InitiativeFacts.Work(team: "web", effort: Effort(2), people: 2)]
    let team = TeamFacts(id: "web", title: "Web", capacity: [(nil, people)], wipLimit: 1, timeOff: timeOff)
    return PlanSchedule(
      PlanModel(
        PlanFacts(
          initiatives: [
            InitiativeFacts(id: "a", stage: .ready, work: work, start: pinned ? When(today) : nil),
            InitiativeFacts(
              id: "b", stage: pinned ? .running : .ready, work: work, start: pinned ? When(today) : nil),
          ], teams: ["web": team]), asOf: today))
  }

  @Test func peopleAreAveragedOverTheWorkingDaysOfAWeek() throws {
    let load = try #require(plan(people: 2).loads.first)
    #expect(load.team == "web" && load.title == "Web" && load.limit == 1)
    // Each takes five days of two people: the first from Wednesday to Tuesday, the second until the next Tuesday.
    #expect(load.weeks.map(\.first.description) == ["2026-01-07", "2026-01-12", "2026-01-19"])
    #expect(load.weeks.map(\.days) == [3, 5, 5])
    #expect(load.weeks[0].use == [TeamLoad.Use(initiative: "a", people: 2)])
    #expect(load.weeks[1].use.map(\.initiative) == ["a", "b"])
    #expect(abs(load.weeks[1].people - 2) < 1e-9)
    #expect(load.weeks.allSatisfy { $0.over == 0 && $0.atOnce == 1 && $0.away == 0 })
    #expect(load.weeks.allSatisfy { abs(($0.capacity ?? 0) - 2) < 1e-9 })
  }

  @Test func whoIsAwayIsTold() throws {
    let away = TeamFacts.TimeOff(from: today.advanced(by: 5), to: today.advanced(by: 6), people: 1)
    let load = try #require(plan(people: 2, timeOff: [away]).loads.first)
    #expect(abs(load.weeks[1].away - 0.4) < 1e-9, "one person on two of five days")
    let all = TeamFacts.TimeOff(from: today.advanced(by: 5), to: today.advanced(by: 9))
    let shut = try #require(plan(people: 2, timeOff: [all]).loads.first)
    #expect(abs(shut.weeks[1].away - 2) < 1e-9, "nobody is away twice")
  }

  @Test func whatIsAskedForBeyondWhatThereIs() throws {
    let load = try #require(plan(people: 3, pinned: true).loads.first)
    #expect(load.weeks[0].over > 0.9 && load.weeks[0].atOnce == 2)
    #expect(load.weeks[0].people > 3)
  }

  @Test func nothingToDoIsNoLoad() {
    #expect(PlanSchedule(PlanModel(PlanFacts(), asOf: today)).loads.isEmpty)
  }
}
