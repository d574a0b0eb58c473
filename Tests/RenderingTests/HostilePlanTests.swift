import CivilDates
import Diagnostics
import JSONSyntax
import Planning
import Testing
import Workspaces

/// Plans with numbers and dates that no plan has: they are scheduled or refused, and nothing traps.
@Suite struct HostilePlanTests {
  private static let numbers = [
    "0", "-1", "1e-9", "1e29", "-1e29", "1e308", "1e1000000", "-1e1000000", "9223372036854775807", "\"x\"",
    "null", "[]", #"{"low": 5, "likely": 1, "high": -2}"#, #"{"low": 0, "likely": 0, "high": 0}"#,
  ]

  @Test(arguments: numbers) func oddNumbersAreReckonedWith(_ number: String) throws {
    let day = try #require(Day("2026-01-05"))
    let configuration = """
      {"version": 1, "schedule": {"focus": \(number), "people": \(number), "effort": \(number),
        "wipLimit": \(number), "horizonDays": \(number), "seed": \(number),
        "correlation": {"shared": \(number), "team": \(number)}, "simulations": 100}}
      """
    let team = """
      {"kind": "team", "id": "web", "title": "Web", "wipLimit": \(number),
       "members": [{"id": "a", "role": "r", "allocation": \(number)}],
       "capacity": [{"from": "2026-01-01", "people": 3}, {"from": "2026-03-01", "people": \(number)}],
       "timeOff": [{"from": "2026-02-01", "to": "2200-12-31", "people": \(number)}]}
      """
    let initiatives = ["idea", "committed", "in-progress"].map { status in
      """
      {"kind": "initiative", "id": "\(status)", "title": "I", "status": "\(status)", "team": "web",
       "rank": \(number), "start": "1970-01-01", "target": "2200-12-31",
       "work": [{"team": "web", "effort": \(number), "people": \(number)}, {"team": "web", "effort": 1}],
       "progress": {"remaining": \(number), "asOf": "2025-12-01"},
       "dependsOn": [{"on": "idea", "lag": \(number)}]}
      """
    }
    let reader = SourceReader(library: .builtIn)
    let files = ([team] + initiatives).enumerated().map { position, text in
      Snapshot.File(
        path: RepositoryPath("\(position).json"),
        source: reader.read(Array(text.utf8), name: Array("\(position).json".utf8)))
    }
    let facts = PlanFacts(
      Snapshot(
        files: files, configuration: Configuration(JSONDocument.parse(Array(configuration.utf8))),
        library: .builtIn))
    #expect(facts.initiatives.count == 3)
    let plan = PlanSchedule(PlanModel(facts, asOf: day))
    for item in plan.model.items.indices {
      #expect(plan.dates(of: item) != nil || !plan.conflicts.isEmpty)
      _ = (plan.startReasons(of: item), plan.endReason(of: item), plan.chain(to: item), plan.fixes(for: item))
    }
    #expect(PlanForecast(plan, runs: 100).promises.count >= plan.model.items.count)
    #expect(OrderProposal(plan, budget: 20).tried >= 0)
  }
}
