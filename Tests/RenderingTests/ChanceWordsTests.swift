import CivilDates
import Planning
import Testing

@testable import Rendering

/// Chances are written in one way everywhere.
@Suite struct ChanceWordsTests {
  @Test(
    arguments: [
      (0, "very unlikely"), (0.049, "very unlikely"), (0.05, "5 %"), (0.48, "50 %"), (0.95, "95 %"),
      (0.951, "very likely"), (1, "very likely"), (.nan, "very unlikely"),
    ] as [(Double, String)])
  func aChanceIsRounded(_ share: Double, _ words: String) {
    #expect(ForecastWords.chance(share) == words)
  }

  @Test(
    arguments: [
      ([0.99, 0], ["99 %", "0 %"]), ([0.48, 0], ["48 %", "0 %"]), ([0.47, 0.46], ["47 %", "46 %"]),
      ([0.56, 0.586], ["56 %", "59 %"]), ([0.897, 0.917], ["90 %", "92 %"]), ([0.5, 0.5], ["50 %", "50 %"]),
      ([0.471, 0.474], ["45 %", "45 %"]), ([0.999, 0.98], ["more than 99 %", "98 %"]),
      ([0.001, 1], ["less than 1 %", "100 %"]),
      ([0.34, 0.5, 0.36], ["34 %", "50 %", "36 %"]), ([1, 1], ["very likely", "very likely"]), ([], []),
    ] as [([Double], [String])])
  func aDifferenceIsNotLost(_ shares: [Double], _ words: [String]) {
    #expect(ForecastWords.compared(shares) == words)
  }

  @Test func chartsSayChancesInTheSameWords() {
    let monday = Day("2026-01-05") ?? .first
    let texts = [0.99, 0.47].flatMap { chance -> [String] in
      var row = GanttRow(
        id: "a", title: "A", team: "web", bars: [], start: monday, end: monday, ships: monday)
      row.probability = chance
      let plan = GanttPlan(asOf: monday, rows: [row])
      return GanttColumn.columns(of: plan).filter { $0.title == "chance" }.compactMap { $0.text(row) }
    }
    #expect(texts == ["very likely", "45 %"])
  }

  @Test func oneOfThreePromisesComes() {
    let monday = Day("2026-01-05") ?? .first
    func facts(_ efforts: [Double]) -> PlanFacts {
      PlanFacts(
        initiatives: efforts.enumerated().map { number, effort in
          InitiativeFacts(
            id: "i\(number)", work: [InitiativeFacts.Work(team: "web", effort: Effort(effort), people: 1)],
            target: When("2026-01-16".utf8))
        }, teams: ["web": TeamFacts(id: "web", capacity: [(nil, 3)])])
    }
    func headline(_ old: [Double], _ new: [Double]) -> String {
      ForecastChangesText.headline(
        ForecastComparison(facts(old), facts(new), asOf: monday, runs: 100), ("main", "files"))
    }
    #expect(headline([2, 2, 2], [2, 2, 4]).hasPrefix("1 of 3 promises comes with another chance or day"))
    #expect(headline([2, 2, 2], [2, 4, 4]).hasPrefix("2 of 3 promises come with another chance or day"))
    #expect(headline([2, 2], [2, 2]).hasPrefix("None of 2 promises comes with another chance or day"))
  }

  @Test(arguments: [
    (100, "in 100 futures, and 'prodops forecast' goes by 10,000: "), (10_000, "in 10,000 futures."),
  ])
  func theNumberOfFuturesIsTold(_ runs: Int, _ words: String) {
    let facts = PlanFacts(
      initiatives: [InitiativeFacts(id: "a", work: [.init(team: "web", effort: Effort(2), people: 1)])],
      teams: ["web": TeamFacts(id: "web", capacity: [(nil, 3)])])
    let comparison = ForecastComparison(facts, facts, asOf: Day("2026-01-05") ?? .first, runs: runs)
    let notes = ForecastChangesText.notes(comparison, ("main", "files"))
    #expect(notes.contains { $0.contains(words) }, "\(notes)")
    #expect(
      JSONPlanForecast.render(comparison, sides: ("main", "files"), version: "1").contains(
        "\"futures\": \(runs)"))
  }
}
