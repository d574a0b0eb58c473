import CivilDates
import Distributions
import Forecasting
import Planning
import Scheduling
import Testing

@Suite struct PlanForecastTests {
  private let monday = Day("2026-01-05") ?? .first

  private func facts(_ initiatives: [InitiativeFacts], objectives: [ObjectiveFacts] = []) -> PlanFacts {
    PlanFacts(
      initiatives: initiatives, teams: ["web": TeamFacts(id: "web", capacity: [(nil, 2)])],
      objectives: objectives)
  }

  private func work(_ low: Double, _ likely: Double, _ high: Double) -> [InitiativeFacts.Work] {
    [InitiativeFacts.Work(team: "web", effort: Effort(low: low, likely: likely, high: high), people: 2)]
  }

  private func when(_ text: String) -> When? { When(text.utf8) }

  @Test func aPromiseOnTheMedianHoldsHalfTheTime() throws {
    let plan = PlanSchedule(
      PlanModel(
        facts([InitiativeFacts(id: "a", work: work(4, 7.7, 16), target: when("2026-01-30"))]), asOf: monday))
    let forecast = PlanForecast(plan, runs: 4000)
    let promise = try #require(forecast.promise(of: 0))
    let chance = try #require(promise.chance)
    #expect((0.5...0.58).contains(chance.share))
    #expect(promise.days.p50?.description == "2026-01-30")
    #expect(try #require(promise.days.p80) > #require(promise.days.p50))
  }

  @Test func milestonesAndObjectivesHaveChancesOfTheirOwn() throws {
    let initiatives = [
      InitiativeFacts(
        id: "a", work: work(2, 4, 6),
        milestones: [
          InitiativeFacts.Milestone(id: "beta", target: when("2026-01-16")),
          InitiativeFacts.Milestone(id: "ga", target: when("2026-02-13")),
        ], objectives: ["p/grow"]),
      InitiativeFacts(id: "b", work: work(2, 4, 6), objectives: ["p/grow"]),
    ]
    let plan = PlanSchedule(
      PlanModel(
        facts(
          initiatives, objectives: [ObjectiveFacts(name: "p/grow", title: "Grow", by: when("2026-02-27"))]),
        asOf: monday))
    let forecast = PlanForecast(plan, runs: 1000)
    #expect(
      forecast.promises.map(\.subject) == [
        .initiative(0, milestone: "ga"), .milestone(0, id: "beta"), .initiative(1, milestone: nil),
        .objective("p/grow", served: [0, 1]),
      ])
    let beta = forecast.promises[1]
    // The tenth of thirty working days.
    #expect(beta.share == 10.0 / 30)
    #expect(beta.chance == forecast.promises[0].chance)
    let objective = try #require(forecast.promises[3].chance)
    #expect(objective.share > 0.5 && objective.share < 1)
    #expect(forecast.promises[2].chance == nil)
  }

  @Test func workUnderWayIsWhatIsLeftOfIt() throws {
    var running = InitiativeFacts(
      id: "a", stage: .running, work: work(4, 8, 16), start: when("2025-12-08"), target: when("2026-03-31"))
    let plain = PlanModel(facts([running]), asOf: monday)
    let rest = try #require(plain.items[0].shares[0].rest)
    #expect(rest.spent == 8)
    // The likely effort is used up: what is left is the median of the futures that take longer.
    #expect(rest.left > 1 && rest.left < 8)
    #expect(plain.remarks.contains(.effortSpent(initiative: "a", team: "web")))
    running.progress = InitiativeFacts.Progress(
      remaining: Effort(low: 1, likely: 2, high: 4), asOf: monday)
    let told = PlanModel(facts([running]), asOf: monday)
    #expect(told.items[0].shares[0].part.work == 5000)
    #expect(told.problem.activities[0].fixed == 0)
  }

  @Test func whatWasFinishedSpreadsSingleNumbers() throws {
    var initiatives = (0..<9).map { number in
      InitiativeFacts(
        id: "done-\(number)", stage: .done, team: "web",
        work: [InitiativeFacts.Work(team: "web", effort: Effort(4), people: 2)], start: when("2025-03-03"),
        milestones: [
          InitiativeFacts.Milestone(
            id: "ga", target: nil, isOpen: false,
            completed: Day("2025-03-14")?.advanced(by: 7 * (number % 3)))
        ])
    }
    initiatives.append(
      InitiativeFacts(id: "new", work: [InitiativeFacts.Work(team: "web", effort: Effort(4), people: 2)]))
    initiatives.append(InitiativeFacts(id: "unsized", team: "web"))
    let model = PlanModel(facts(initiatives), asOf: monday)
    // Two, three and four weeks of two people each: as multiples of four person-weeks 1, 1.5 and 2.
    #expect(model.records.items.map(\.actual) == [4, 6, 8, 4, 6, 8, 4, 6, 8])
    let new = try #require(model.position(of: "new"))
    guard case .record(let record) = model.items[new].shares[0].estimate.source else {
      Issue.record("not from the record: \(model.items[new].shares[0].estimate.source)")
      return
    }
    #expect(record.items == 9 && record.team == "web")
    #expect(abs(record.ratios.middle - 1.442) < 0.01)
    let unsized = try #require(model.position(of: "unsized"))
    #expect(model.items[unsized].shares[0].source == .record(9))
  }

  @Test func anEditElsewhereLowersAChance() throws {
    let other = InitiativeFacts(id: "b", work: work(2, 4, 8), rank: 2, target: when("2026-02-13"))
    let old = facts([InitiativeFacts(id: "a", work: work(2, 4, 8), rank: 1), other])
    let new = facts([InitiativeFacts(id: "a", work: work(4, 8, 16), rank: 1), other])
    let comparison = ForecastComparison(old, new, asOf: monday, runs: 500)
    #expect(comparison.edits == [.initiative("a")])
    let change = try #require(comparison.changes.first { $0.name == "initiative:b" })
    #expect(try #require(change.points) < -20)
    #expect(try #require(change.days) > 5)
    #expect(change.causes.map(\.points) == [change.points])
    #expect(comparison.common == 2)
    #expect(ForecastComparison(old, old, asOf: monday, runs: 100).changes.isEmpty)
  }

  @Test func weeksThatWereCheckWhatEstimatesSay() throws {
    var plan = facts(
      (0..<10).map { number in
        InitiativeFacts(id: "done-\(number)", stage: .done, team: "web")
      } + [InitiativeFacts(id: "new", team: "web", work: work(1, 1, 1))])
    plan.finished = FinishedRecord(
      since: monday.advanced(by: -7 * 20),
      endings: Dictionary(
        uniqueKeysWithValues: (0..<10).map { ("done-\($0)", monday.advanced(by: -14 * $0)) }))
    let forecast = PlanForecast(PlanSchedule(PlanModel(plan, asOf: monday)), runs: 200)
    let check = try #require(forecast.checks.first)
    #expect(check.isKnown)
    #expect(check.weeks == 21 && check.finished == 10 && check.open == 1 && check.doubts.isEmpty)
    #expect(check.byEstimates?.description == "2026-01-08")
    // One in every other week: four times in five within three.
    #expect(check.byThroughput == monday.advanced(by: 21))
    #expect(check.isRemarkable(asOf: monday))
  }
}
