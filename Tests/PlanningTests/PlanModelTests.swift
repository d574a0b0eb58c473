import CivilDates
import Planning
import Scheduling
import Testing

@Suite struct PlanModelTests {
  private let monday = Day("2026-01-05") ?? .first

  private func initiative(
    _ id: String, weeks: Double, people: Double = 1, rank: Int? = nil, after: [String] = [],
    target: String? = nil
  ) -> InitiativeFacts {
    InitiativeFacts(
      id: id, work: [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: people)],
      dependencies: after.map { InitiativeFacts.Dependency(on: $0) }, rank: rank,
      target: target.flatMap { When($0.utf8) })
  }

  private func plan(_ initiatives: [InitiativeFacts], people: Double = 2, lock: [String]? = nil)
    -> PlanSchedule
  {
    var facts = PlanFacts(
      lock: lock.map { ScheduleLock(order: $0) }, initiatives: initiatives,
      teams: ["web": TeamFacts(id: "web", capacity: [(nil, people)])])
    facts.settings.calendar = WorkCalendar(holidays: [monday.advanced(by: 1)])
    return PlanSchedule(PlanModel(facts, asOf: monday))
  }

  private func start(_ id: String, _ plan: PlanSchedule) -> String? {
    plan.model.position(of: id).flatMap { plan.dates(of: $0)?.start.description }
  }

  @Test func whoeverRanksHigherGetsThePeople() {
    let plan = plan([
      initiative("a", weeks: 2, people: 2, rank: 2), initiative("b", weeks: 2, people: 2, rank: 1),
    ])
    #expect(start("b", plan) == "2026-01-05")
    // One week of two people is five working days, and the sixth of January is a holiday.
    #expect(start("a", plan) == "2026-01-13")
    let reason = plan.startReasons(of: 0)[0]
    #expect(reason.cause == .people(team: "web", by: ["b"], needed: 2, free: 0, all: 2))
    #expect(reason.waits == 5)
  }

  @Test func theChainAddsUp() throws {
    let plan = plan([
      initiative("a", weeks: 1, rank: 1), initiative("b", weeks: 2, rank: 2, after: ["a"]),
      initiative("c", weeks: 1, people: 2, rank: 9),
    ])
    let item = try #require(plan.model.position(of: "c"))
    let chain = plan.chain(to: item)
    #expect(chain.reduce(0) { $0 + $1.days } == plan.schedule.activities[item].span?.end)
    #expect(
      chain.map(\.content) == [
        .work(initiative: "a", team: "web"), .work(initiative: "b", team: "web"),
        .work(initiative: "c", team: "web"),
      ])
  }

  @Test func whatIsNewComesAfterWhatIsAsImportant() {
    let plan = plan(
      [
        initiative("a", weeks: 1, people: 2, rank: 3), initiative("b", weeks: 1, people: 2, rank: 1),
        initiative("new", weeks: 1, people: 2, rank: 2),
      ], lock: ["a", "b", "gone"])
    #expect(plan.model.items.sorted { $0.place < $1.place }.map(\.facts.id) == ["a", "b", "new"])
    #expect(plan.model.remarks == [.unknownInLock(entry: "gone"), .notInLock(initiative: "new")])
  }

  @Test func theFixThatBringsMostComesFirst() throws {
    let plan = plan([
      initiative("a", weeks: 4, people: 2, rank: 1),
      initiative("b", weeks: 1, people: 2, rank: 2, target: "2026-01-16"),
    ])
    let fixes = plan.fixes(for: 1)
    let first = try #require(fixes.first)
    #expect(first.action == .goBefore("a"))
    #expect(first.isOnTime == true)
    #expect(first.moves == [DateFix.Move(initiative: "a", days: 3)])
  }

  @Test func editsAddUpToTheMove() throws {
    let old = PlanFacts(
      initiatives: [initiative("a", weeks: 1, rank: 1), initiative("b", weeks: 1, rank: 2)],
      teams: ["web": TeamFacts(id: "web", capacity: [(nil, 1)])])
    var new = old
    new.initiatives[0] = initiative("a", weeks: 3, rank: 1)
    new.teams["web"] = TeamFacts(id: "web", capacity: [(nil, 2)])
    let comparison = ScheduleComparison(old, new, asOf: monday)
    #expect(comparison.steps.map(\.edit) == [.team("web"), .initiative("a")])
    let b = try #require(comparison.changes.first { $0.initiative == "b" })
    #expect(b.days == -5)
    #expect(b.causes.map(\.days) == [-5])
    let a = try #require(comparison.changes.first { $0.initiative == "a" })
    #expect(a.days == 10 && a.isEdited)
    #expect(comparison.itemDays == 15)
  }
}
