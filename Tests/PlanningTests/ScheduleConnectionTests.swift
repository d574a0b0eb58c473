import CivilDates
import Planning
import Testing

/// How an edit reaches what it moves, and what a reason says of the people.
@Suite struct ScheduleConnectionTests {
  private let monday = Day("2026-01-05") ?? .first

  private func initiative(
    _ id: String, team: String = "web", weeks: Double = 1, people: Double = 1, rank: Int? = nil,
    after: [String] = []
  ) -> InitiativeFacts {
    InitiativeFacts(
      id: id, work: [InitiativeFacts.Work(team: team, effort: Effort(weeks), people: people)],
      dependencies: after.map { InitiativeFacts.Dependency(on: $0) }, rank: rank)
  }

  private func facts(_ initiatives: [InitiativeFacts]) -> PlanFacts {
    PlanFacts(
      initiatives: initiatives,
      teams: [
        "web": TeamFacts(id: "web", capacity: [(nil, 1)]), "app": TeamFacts(id: "app", capacity: [(nil, 1)]),
      ])
  }

  private func connections(
    _ old: PlanFacts, _ new: PlanFacts
  ) -> [String: ScheduleComparison.Connection] {
    let comparison = ScheduleComparison(old, new, asOf: monday)
    var found: [String: ScheduleComparison.Connection] = [:]
    for step in comparison.steps {
      for move in step.moves { found[move.initiative] = move.connection }
    }
    return found
  }

  /// `b` waits for `a`, `c` for `b`; `d` needs the people of `a`, `e` those of `c`.
  private func plan(weeks: Double) -> PlanFacts {
    facts([
      initiative("a", weeks: weeks, rank: 1), initiative("b", team: "none", rank: 2, after: ["a"]),
      initiative("c", team: "app", rank: 3, after: ["b"]), initiative("d", rank: 4),
      initiative("e", team: "app", weeks: 3, rank: 5),
    ])
  }

  @Test func anEditReachesByDependenciesTeamsAndOthers() {
    #expect(
      connections(plan(weeks: 1), plan(weeks: 2)) == [
        "a": .own, "b": .dependency(["a", "b"]), "c": .dependency(["a", "b", "c"]), "d": .team("web"),
        "e": .next("c", team: "app"),
      ])
  }

  @Test func aTeamReachesItsOwnAndWhatWaitsForThem() {
    var more = plan(weeks: 2)
    more.teams["web"] = TeamFacts(id: "web", capacity: [(nil, 2)])
    #expect(connections(plan(weeks: 2), more) == ["d": .team("web")])
    var fewer = plan(weeks: 1)
    fewer.teams["web"] = TeamFacts(
      id: "web", capacity: [(nil, 1)], timeOff: [TeamFacts.TimeOff(from: monday, to: monday.advanced(by: 4))])
    let found = connections(plan(weeks: 1), fewer)
    #expect(found["a"] == .team("web") && found["b"] == .dependency(["a", "b"]), "\(found)")
  }

  @Test func settingsAreAboutEverything() {
    var other = plan(weeks: 1)
    other.settings.calendar = WorkCalendar(holidays: [monday])
    let found = connections(plan(weeks: 1), other)
    #expect(found.count == 5 && found.values.allSatisfy { $0 == .everything })
  }

  /// Circles and dependencies on what is gone end the search as well.
  @Test func circlesEnd() {
    let circle = [
      initiative("a", after: ["b"]), initiative("b", after: ["a"]), initiative("c", after: ["gone"]),
    ]
    let broken = [initiative("a"), initiative("b", after: ["a"]), initiative("c", weeks: 2)]
    #expect(connections(facts(circle), facts(broken)) == ["c": .own])
  }

  /// Only days on which the people really are free count as a gap.
  @Test func aGapIsFree() {
    let late = Day("2026-01-14") ?? .first
    var initiatives = [initiative("b", weeks: 2, rank: 3), initiative("pinned", rank: 2)]
    initiatives[1].start = When(late)
    let gap = PlanSchedule(PlanModel(facts(initiatives), asOf: monday)).placedShares(of: 0)[0].reason
    // Seven days are free until the pinned one starts, and ten are needed.
    #expect(gap.tooShort == [monday] && gap.start == Day("2026-01-21"))
    initiatives.append(initiative("a", weeks: 1.4, rank: 1))
    let plan = PlanSchedule(PlanModel(facts(initiatives), asOf: monday))
    let reason = plan.placedShares(of: 1)[0].reason
    #expect(reason.tooShort.isEmpty && reason.start == Day("2026-01-21"))
    #expect(plan.holds("web", "pinned", before: reason.start) == Day("2026-01-20"))
    #expect(plan.turns == [2, 3, 1])
  }

  @Test func idsOfStrangersStayStrings() {
    let lock = ScheduleLock(order: ["a\"b\\c\n", "d"])
    #expect(lock.text.contains(#""a\"b\\c\n""#))
    #expect(ScheduleLock(order: []).text == "{\n  \"version\": 1,\n  \"order\": []\n}\n")
  }
}
