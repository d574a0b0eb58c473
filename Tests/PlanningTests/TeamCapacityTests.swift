import CivilDates
import Planning
import Scheduling
import Testing

/// How many people a team has on which day.
@Suite struct TeamCapacityTests {
  private let monday = Day("2026-01-05") ?? .first
  private let later = Day("2026-03-02") ?? .first

  /// Two weeks of two people, as of a Monday.
  private func plan(_ team: TeamFacts) -> PlanSchedule {
    let work = [InitiativeFacts.Work(team: "web", effort: Effort(4), people: 2)]
    let facts = PlanFacts(initiatives: [InitiativeFacts(id: "a", work: work)], teams: ["web": team])
    return PlanSchedule(PlanModel(facts, asOf: monday))
  }

  @Test func withoutMembersThereIsNobodyBeforeTheFirstDayOfACapacity() {
    let plan = plan(TeamFacts(id: "web", capacity: [(later, 2)]))
    #expect(plan.dates(of: 0)?.start == later)
    #expect(plan.startReasons(of: 0)[0].cause == .team("web", needed: 2, all: 0))
    #expect(plan.model.remarks.isEmpty)
  }

  @Test func membersCountBeforeTheFirstDayOfACapacity() {
    let two = [TeamFacts.Member(), TeamFacts.Member(from: Day("2026-01-07"))]
    let plan = plan(TeamFacts(id: "web", members: two, capacity: [(later, 5)]))
    #expect(plan.dates(of: 0)?.start.description == "2026-01-07")
    #expect(plan.dates(of: 0)?.end.description == "2026-01-20")
  }

  @Test func aCapacityReplacesTheMembersFromItsFirstDayOn() {
    let members = [TeamFacts.Member(from: later), TeamFacts.Member(from: later)]
    let none = plan(TeamFacts(id: "web", members: members, capacity: [(later, 0)]))
    #expect(none.dates(of: 0) == nil)
    let past = plan(TeamFacts(id: "web", members: members, capacity: [(Day("2025-06-02"), 1), (monday, 2)]))
    #expect(past.dates(of: 0)?.start == monday)
  }
}
