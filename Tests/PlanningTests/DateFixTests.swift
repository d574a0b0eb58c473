import CivilDates
import Planning
import Scheduling
import Testing

/// What was tried is what the definitions would bring if somebody really wrote it.
@Suite struct DateFixTests {
  private static let monday = Day("2026-01-05") ?? .first

  private static func day(_ text: String) -> Day { Day(text) ?? .first }

  private static func initiative(
    _ id: String, _ weeks: Double, _ people: Double?, rank: Int, after: [InitiativeFacts.Dependency] = []
  ) -> InitiativeFacts {
    InitiativeFacts(
      id: id, team: "web", work: [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: people)],
      dependencies: after, rank: rank)
  }

  private static func plan(_ initiatives: [InitiativeFacts], _ team: TeamFacts) -> PlanSchedule {
    PlanSchedule(PlanModel(PlanFacts(initiatives: initiatives, teams: ["web": team]), asOf: monday))
  }

  private static func ways(_ plan: PlanSchedule) -> [PlanSchedule.Conflict] { plan.withWays(plan.conflicts) }

  private static func fix(
    _ action: DateFix.Action, for id: String, in plan: PlanSchedule
  ) throws -> DateFix {
    let item = try #require(plan.model.position(of: id))
    return try #require(plan.fixes(for: item).first { $0.action == action })
  }

  /// Three people cannot all work where the team shrinks to two after a week.
  @Test func oneMoreOnItWorksOnlyAsLongAsThereAreEnough() throws {
    let team = TeamFacts(id: "web", capacity: [(nil, 4), (Self.day("2026-01-12"), 2)])
    let plan = Self.plan([Self.initiative("one", 8, 2, rank: 1)], team)
    let real = Self.plan([Self.initiative("one", 8, 3, rank: 1)], team)
    let fix = try Self.fix(.helper(team: "web"), for: "one", in: plan)
    #expect(fix.end == real.dates(of: 0)?.ships && fix.end == Self.day("2026-01-28"))
  }

  /// Who is new covers for who is away.
  @Test func oneMoreInTheTeamCoversForTimeOff() throws {
    var team = TeamFacts(
      id: "web", members: [TeamFacts.Member(), TeamFacts.Member()],
      timeOff: [TeamFacts.TimeOff(from: Self.monday, to: Self.day("2026-01-16"), people: 1)])
    let initiatives = [Self.initiative("one", 2, 2, rank: 1), Self.initiative("two", 4, 2, rank: 2)]
    let plan = Self.plan(initiatives, team)
    let fix = try Self.fix(.person(team: "web"), for: "two", in: plan)
    team.members.append(TeamFacts.Member())
    #expect(fix.end == Self.plan(initiatives, team).dates(of: 1)?.ships)
    #expect(fix.gain == 1 && fix.moves == [DateFix.Move(initiative: "one", days: -2)])
  }

  /// Where nobody says how many people work on an initiative, they follow from how many it works on at once.
  @Test func aHigherLimitMeansFewerPeopleOnEach() throws {
    let team = TeamFacts(id: "web", capacity: [(nil, 4)], wipLimit: 2)
    let initiatives = [
      Self.initiative("a1", 4, 1, rank: 1), Self.initiative("a2", 4, 1, rank: 2),
      Self.initiative("b", 4, nil, rank: 3),
    ]
    let plan = Self.plan(initiatives, team)
    var wider = team
    wider.wipLimit = 3
    let fix = try Self.fix(.raiseLimit(team: "web"), for: "b", in: plan)
    #expect(fix.end == Self.plan(initiatives, wider).dates(of: 2)?.ships)
  }

  @Test func nobodyIsAskedForWhoIsNotThere() {
    let team = TeamFacts(id: "web", capacity: [(nil, 2)])
    let fixes = Self.plan([Self.initiative("a", 4, 2, rank: 1)], team).fixes(for: 0)
    #expect(!fixes.contains { $0.action == .helper(team: "web") })
    #expect(fixes.allSatisfy { $0.end != nil })
  }

  /// What keeps it is a lag after finished work: not waiting for that helps, and there is no start to take back.
  @Test func aLagAfterFinishedWorkIsNoStatedStart() throws {
    var done = InitiativeFacts(id: "done", stage: .done)
    done.milestones = [
      InitiativeFacts.Milestone(id: "ga", target: nil, isOpen: false, completed: Self.day("2026-01-02"))
    ]
    let late = Self.initiative("late", 1, 1, rank: 1, after: [.init(on: "done", lag: 10)])
    let plan = Self.plan([done, late], TeamFacts(id: "web", capacity: [(nil, 2)]))
    let reason = plan.startReasons(of: 0)[0]
    #expect(reason.cause == .afterFinished("done", lag: 10, ended: Self.day("2026-01-02")))
    #expect(reason.start == Self.day("2026-01-19"))
    let fixes = plan.fixes(for: 0)
    #expect(!fixes.contains { $0.action == .startWhenPossible })
    #expect(fixes.first { $0.action == .dropDependency(on: "done") }?.gain == 10)
    #expect(plan.chain(to: 0).first?.content == .lag(initiative: "late", on: "done", bond: .finishStart))
    #expect(plan.chain(to: 0).reduce(0) { $0 + $1.days } == 15)
  }

  /// The next dependency is only worth naming where nothing else keeps it as long.
  @Test func theRunnerUpIsWhatItWouldWaitForNext() {
    var two = Self.initiative("two", 1, 1, rank: 3, after: [.init(on: "a"), .init(on: "b")])
    let others = [Self.initiative("a", 2, 1, rank: 1), Self.initiative("b", 1, 1, rank: 2)]
    let team = TeamFacts(id: "web", capacity: [(nil, 3)])
    let free = Self.plan(others + [two], team).startReasons(of: 2)[0]
    #expect(free.runnerUp?.on == "b" && free.runnerUp?.days == 5)
    two.notBefore = When(Self.day("2026-01-15"))
    #expect(Self.plan(others + [two], team).startReasons(of: 2)[0].runnerUp == nil)
  }

  /// What is pinned too early may itself hold up what it waits for: the way out is found without the pin.
  @Test func aPinThatIsInItsOwnWay() {
    var pinned = Self.initiative("b", 2, 1, rank: 2, after: [.init(on: "a")])
    pinned.start = When(Self.day("2026-01-12"))
    let initiatives = [Self.initiative("a", 4, 1, rank: 1), pinned]
    let team = TeamFacts(id: "web", capacity: [(nil, 1)])
    #expect(
      Self.ways(Self.plan(initiatives, team)) == [
        .pinnedTooEarly(
          initiative: "b", start: Self.day("2026-01-12"), on: ["a"],
          way: .init(unpinned: Self.day("2026-02-02"), pinned: Self.day("2026-02-02")))
      ])
    pinned.start = When(Self.day("2026-02-02"))
    #expect(Self.plan([initiatives[0], pinned], team).conflicts.isEmpty)
  }

  /// Work under way does not start later for what it waits for; its end does wait, and what it ran before is told.
  @Test func workUnderWayAndItsDependencies() {
    var running = Self.initiative(
      "r", 1, 1, rank: 2, after: [.init(on: "x", bond: .finishFinish), .init(on: "y")])
    running.stage = .running
    running.start = When(Self.monday)
    let others = [Self.initiative("x", 6, 1, rank: 1), Self.initiative("y", 1, 1, rank: 3)]
    let plan = Self.plan([running] + others, TeamFacts(id: "web", capacity: [(nil, 3)]))
    #expect(plan.dates(of: 0)?.end == plan.dates(of: 1)?.end)
    #expect(plan.endReason(of: 0)?.held?.on == "x")
    #expect(plan.model.remarks == [.runsBefore(initiative: "r", on: "y")])
  }

  /// A pin takes away that what it waits for is pulled forward: a day to pin it to is found with the pin.
  @Test func aDayToPinItToIsFoundWithThePin() {
    var pinned = Self.initiative("x", 1, 1, rank: 1, after: [.init(on: "base")])
    pinned.work[0].team = "app"
    pinned.start = When(Self.day("2026-01-07"))
    let initiatives = [
      Self.initiative("base", 1, 1, rank: 6), Self.initiative("other", 8, 1, rank: 4), pinned,
    ]
    let facts = PlanFacts(
      initiatives: initiatives,
      teams: [
        "web": TeamFacts(id: "web", capacity: [(nil, 1)]), "app": TeamFacts(id: "app", capacity: [(nil, 1)]),
      ])
    let plan = PlanSchedule(PlanModel(facts, asOf: Self.monday))
    #expect(
      Self.ways(plan) == [
        .pinnedTooEarly(
          initiative: "x", start: Self.day("2026-01-07"), on: ["base"],
          way: .init(unpinned: Self.day("2026-01-12"), pinned: Self.day("2026-03-09")))
      ])
  }

  /// Five of ten days went in: five are left, not one more for a rest that is a hair longer.
  @Test func whatIsLeftIsTheDifferenceAtFirst() {
    var running = Self.initiative("r", 2, 1, rank: 1)
    running.stage = .running
    running.start = When(Self.day("2025-12-29"))
    let team = TeamFacts(id: "web", capacity: [(nil, 2)])
    let plan = Self.plan([running], team)
    #expect(plan.dates(of: 0)?.end == Self.day("2026-01-09"))
    #expect(plan.model.items[0].shares[0].rest?.left == 1)
    // From the tenth percentile on it may have been finished, and what took so long takes longer.
    running.work[0].effort = Effort(1.1)
    let late = Self.plan([running], team)
    #expect((late.model.items[0].shares[0].rest?.left ?? 0) > 0.3)
  }
}
