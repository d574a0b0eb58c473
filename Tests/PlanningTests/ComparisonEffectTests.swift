import CivilDates
import Planning
import Scheduling
import Testing

/// What an edit does besides moving others: promises that it misses, and dates that are lost.
@Suite struct ComparisonEffectTests {
  private static let monday = Day("2026-01-05") ?? .first

  private static func initiative(
    _ id: String, _ weeks: Double, rank: Int, after: [String] = [], target: String? = nil
  ) -> InitiativeFacts {
    InitiativeFacts(
      id: id, work: [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: 1)],
      dependencies: after.map { .init(on: $0) }, rank: rank, target: target.flatMap { When($0.utf8) })
  }

  private static func facts(_ initiatives: [InitiativeFacts]) -> PlanFacts {
    PlanFacts(initiatives: initiatives, teams: ["web": TeamFacts(id: "web", capacity: [(nil, 1)])])
  }

  private static func compare(
    _ old: [InitiativeFacts], _ new: [InitiativeFacts]
  ) -> ScheduleComparison {
    ScheduleComparison(facts(old), facts(new), asOf: monday)
  }

  @Test func aNewInitiativeThatComesTooLateIsAMiss() {
    let a = Self.initiative("a", 2, rank: 1)
    let found = Self.compare([a], [a, Self.initiative("n", 2, rank: 2, target: "2026-01-20")])
    #expect(found.misses == [ScheduleComparison.Miss(initiative: "n", late: 8)])
    #expect(found.steps.map(\.misses) == [found.misses] && found.steps.allSatisfy { $0.moves.isEmpty })
  }

  @Test func aPromiseThatIsPulledInTooFarIsAMiss() {
    let found = Self.compare(
      [Self.initiative("a", 2, rank: 1, target: "2026-01-16")],
      [Self.initiative("a", 2, rank: 1, target: "2026-01-09")])
    #expect(found.moved == 0 && found.misses == [ScheduleComparison.Miss(initiative: "a", late: 5)])
    let back = Self.compare(
      [Self.initiative("a", 2, rank: 1, target: "2026-01-09")],
      [Self.initiative("a", 2, rank: 1, target: "2026-01-16")])
    #expect(back.misses.isEmpty)
  }

  @Test func whatIsPausedTakesDatesFromWhatWaitsForIt() {
    let old = [
      Self.initiative("a", 1, rank: 1), Self.initiative("b", 2, rank: 2),
      Self.initiative("c", 1, rank: 3, after: ["a"]),
    ]
    var new = old
    new[0].stage = .paused
    let found = Self.compare(old, new)
    #expect(
      found.losses == [
        ScheduleComparison.Loss(initiative: "a", why: .paused),
        ScheduleComparison.Loss(initiative: "c", why: .waits(for: "a")),
      ])
    #expect(found.steps.map(\.losses) == [found.losses])
    new[0].stage = .done
    #expect(Self.compare(old, new).losses.isEmpty)
    new[0].stage = .ready
    new[0].work[0].people = 2
    #expect(
      Self.compare(old, new).losses.first == ScheduleComparison.Loss(initiative: "a", why: nil))
  }

  /// `bb` depends on `aa`, but what it really waits for are the people that `cc` has.
  @Test func theReasonThatBindsIsNamed() {
    func plan(_ weeks: Double) -> [InitiativeFacts] {
      [
        Self.initiative("aa", weeks, rank: 1), Self.initiative("bb", 1, rank: 3, after: ["aa"]),
        Self.initiative("cc", 4, rank: 2),
      ]
    }
    let moves = Self.compare(plan(1), plan(2)).steps.flatMap(\.moves)
    #expect(moves.first { $0.initiative == "bb" }?.connection == .next("cc", team: "web"))
    #expect(moves.first { $0.initiative == "cc" }?.connection == .team("web"))
  }

  /// What has a new id is the same initiative: nothing moves, and its place in the committed order is kept.
  @Test func aNewNameMovesNothing() {
    func facts(_ id: String, _ lock: [String]) -> PlanFacts {
      var facts = Self.facts([
        Self.initiative(id, 1, rank: 9), Self.initiative("m", 1, rank: 1),
        Self.initiative("z", 1, rank: 5, after: [id]),
      ])
      facts.lock = ScheduleLock(order: lock)
      return facts
    }
    let old = facts("x", ["x", "m", "z"])
    for lock in [["x", "m", "z"], ["y", "m", "z"]] {
      var new = facts("y", lock)
      new.formerly = ["x": "y"]
      let found = ScheduleComparison(old, new, asOf: Self.monday)
      #expect(found.moved == 0 && found.common == 3 && found.steps.allSatisfy(\.isStill), "\(found.steps)")
      #expect(PlanSchedule(PlanModel(new, asOf: Self.monday)).model.remarks.isEmpty)
    }
  }

  /// What holds an end back is reached through the initiative that waits with its end.
  @Test func whatHoldsAnEndBackIsOnTheWay() {
    func plan(_ weeks: Double) -> [InitiativeFacts] {
      var held = InitiativeFacts(
        id: "x", work: [InitiativeFacts.Work(team: "app", effort: Effort(1), people: 1)],
        dependencies: [.init(on: "base", bond: .finishFinish)])
      held.rank = 2
      var last = held
      last.id = "y"
      last.dependencies = [.init(on: "x")]
      return [Self.initiative("base", weeks, rank: 1), held, last]
    }
    let moves = Self.compare(plan(2), plan(4)).steps.flatMap(\.moves)
    #expect(moves.first { $0.initiative == "y" }?.connection == .dependency(["base", "x", "y"]))
    #expect(moves.first { $0.initiative == "x" }?.connection == .dependency(["base", "x"]))
  }
}
