import CivilDates
import Diffing
import Foundation
import JSONSyntax
import Rendering
import Reporting
import TestSupport
import Testing

/// What a report tells of each built-in kind, and of kinds that are none.
@Suite struct ReportStoriesTests {
  private static let teams = [
    "growth.json": """
    {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "name": "Ana", "role": "pm"}]}
    """,
    "sales.json": """
    {"kind": "team", "id": "sales", "title": "Sales", "members": [{"id": "sam", "role": "lead"}, {"id": "old", "role": "x"}]}
    """,
  ]

  private static let before = teams.merging([
    "metric.json": metric("orders / visits"), "test.json": experiment("running", ""),
    "tool.json": tool("trial", 100),
    "process.json": process(#""version": 1, "steps": [{"id": "a", "title": "Ask", "accountable": "pm"}]"#),
    "old.json": """
    {"kind": "initiative", "id": "old", "title": "Old", "status": "in-progress", "team": "growth"}
    """,
  ]) { first, _ in first }

  private static func metric(_ formula: String) -> String {
    """
    {"kind": "metric", "id": "conversion", "title": "Conversion", "status": "active", "direction": "up",
     "definition": "Orders by visits", "formula": "\(formula)"}
    """
  }

  private static func experiment(_ status: String, _ more: String) -> String {
    """
    {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "\(status)",
     "owner": "@ana", "hypothesis": "Fewer steps", "guardrails": [{"metric": "conversion"}],
     "variants": [{"id": "a", "control": true, "weight": 1}, {"id": "b", "weight": 1}]\(more)}
    """
  }

  private static func tool(_ status: String, _ amount: Int, _ more: String = "") -> String {
    """
    {"kind": "tool", "id": "kit", "title": "Kit", "category": "Surveys", "status": "\(status)", "owner": "@sam",
     "cost": {"amount": \(amount), "currency": "EUR", "per": "month", "model": "flat"}\(more)}
    """
  }

  private static func process(_ more: String) -> String {
    """
    {"kind": "process", "id": "launching", "title": "Launching", "status": "adopted", "purpose": "Calm", \(more)}
    """
  }

  private static let after = [
    "metric.json": metric("paid orders / visits"),
    "test.json": experiment(
      "concluded",
      #"""
      , "phases": [{"from": "2024-01-05", "share": 0.5, "weights": {"a": 0, "b": 0}, "reason": "Enough"}],
      "decision": {"outcome": "ship", "variant": "b", "on": "2024-02-01", "by": "@ana", "because": "It won."}
      """#),
    "tool.json": tool(
      "adopted", 150,
      #", "teams": ["sales"], "contract": {"start": "2023-05-01", "renews": "2024-05-01", "noticeDays": 30, "autoRenew": true}"#
    ),
    "process.json": process(
      #"""
      "version": 2, "teams": ["sales"], "adoption": [{"team": "sales", "state": "adopting"}],
      "steps": [{"id": "b", "title": "Brief", "accountable": "pm"}]
      """#),
    "launch.json": """
    {"kind": "launch", "id": "big", "title": "Big", "initiative": "old", "date": "2024-06-01", "tier": 1,
     "status": "planned", "audiences": [{"team": "sales", "briefing": "2024-05-20"}], "approvals": [{"by": "@sam"}]}
    """,
    "sales.json": """
    {"kind": "team", "id": "sales", "title": "Sales", "members": [{"id": "sam", "role": "lead"}, {"id": "new", "name": "New One", "role": "x"}]}
    """,
  ]

  private static func report() async throws -> ChangeReport {
    let repository = try ScratchRepository()
    let base = try repository.commit("Before", before)
    try repository.commit("After", after)
    return try await ReportTests.report(repository, from: base, day: try #require(Day("2024-03-31")))
  }

  @Test func anExperimentWithItsDecisionAndWhatDriftedUnderIt() async throws {
    let report = try await Self.report()
    let story = try #require(report.experiments.first)
    #expect(story.definition.stateBefore == "running" && story.definition.stateAfter == "concluded")
    #expect(story.phases.map(\.closesEnrolment) == [true])
    #expect(
      story.decision?.why == "It won." && story.decision?.by == "@ana" && story.decision?.on == "2024-02-01")
    #expect(story.drift.map(\.isGuardrail) == [true])
    let text = MarkdownReport.render(report)
    #expect(text.contains("From 2024-01-05 nobody new is let in: Enough"))
    #expect(text.contains("Its guardrail changed under it: “Conversion”"))
    #expect(text.contains("Ship b. Reason: It won. Decided by @\u{200B}ana on 2024-02-01"))
  }

  @Test func aMetricWithThoseWhoUseIt() async throws {
    let story = try #require(try await Self.report().metrics.first)
    #expect(story.redefined.count == 1 && story.users.map(\.name) == ["experiment:one-page"])
  }

  @Test func toolsWithTheirMoney() async throws {
    let report = try await Self.report()
    let money = try #require(report.money.first)
    #expect(money.before.description == "1200" && money.after.description == "1800")
    #expect(report.tools.first?.definition.stateAfter == "adopted")
    let renewal = try #require(report.renewals.first)
    #expect(renewal.notice == Day("2024-04-01") && renewal.decision == nil)
    let text = MarkdownReport.render(report)
    #expect(text.contains("trial → adopted: EUR 1,200 became EUR 1,800 a year"))
    #expect(text.contains("| 2024-04-01, in 1 day | 2024-05-01, by itself | EUR 1,800 | **none yet** |"))
  }

  @Test func aProcessAndWhereItTookHold() async throws {
    let story = try #require(try await Self.report().processes.first)
    #expect(story.stepsAdded == ["Brief"] && story.stepsRemoved == ["Ask"])
    #expect(story.adoption.map(\.team) == ["sales"] && story.versions?.after == "2")
  }

  @Test func whatIsNewForATeam() async throws {
    let report = try await Self.report()
    let news = try #require(report.news.first { $0.team.id == "sales" })
    #expect(news.obligations.map(\.sort) == [.beBriefed, .follow, .adopt, .use])
    #expect(news.obligations.first?.day == "2024-05-20")
    let team = try #require(report.teams.first)
    #expect(team.joined == ["New One"] && team.left == ["old"])
  }

  /// Commits of these tests are made long before the report's day.
  @Test func whatNobodyTouched() async throws {
    let stale = try await Self.report().stale
    #expect(stale.map(\.subject.id).contains("old"))
    #expect(stale.allSatisfy { $0.touched != nil })
  }

  @Test func aTeamsBrief() async throws {
    let brief = try #require(Brief(try await Self.report(), team: "sales"))
    #expect(brief.launches.map(\.briefing) == ["2024-05-20"])
    #expect(brief.asks.map(\.sort) == [.decideRenewal, .approveLaunch])
    #expect(brief.tools.map(\.definition.subject.id) == ["kit"])
    #expect(brief.processes.map(\.definition.subject.id) == ["launching"])
    let text = MarkdownBrief.render(brief, isUsualPeriod: true)
    #expect(
      text.hasPrefix(
        "# Brief for Sales, from 2024-01-01 to 2024-03-31\n\n**2 decisions needed from you; 4 new things"))
    #expect(text.contains("These are the last 30 days up to 2024-03-31"))
    #expect(Brief(try await Self.report(), team: "salse") == nil)
    let growth = try #require(Brief(try await Self.report(), team: "growth"))
    #expect(growth.concerns.contains { $0.relation == .own && $0.subject.id == "one-page" })
    #expect(growth.concerns.contains { $0.relation == .dependency && $0.subject.id == "conversion" })
  }

  /// The configuration chooses the sections, and what is left out is said.
  @Test func sectionsAreChosen() async throws {
    var source = try await Self.report().source
    source.sections = ["tools", "nonsense", "experiments"]
    let text = MarkdownReport.render(ChangeReport(source))
    let titles = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(titles == ["## Tools", "## Experiments"])
    #expect(
      text.contains("Left out, since report\\.sections") || text.contains("Left out, since report.sections"))
    #expect(text.contains("names what is no section: nonsense"))
    #expect(ReportSection.chosen(by: []).sections == ReportSection.allCases)
  }

  /// A repository's own kind shows up by what its schema says of it.
  @Test func aKindOfOnesOwn() async throws {
    let schema = """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Campaign", "type": "object",
       "properties": {
         "kind": {"const": "campaign"}, "id": {"type": "string"}, "title": {"type": "string"},
         "status": {"type": "string", "title": "Status",
           "x-lifecycle": {"order": ["planned", "live", "over"], "final": ["over"], "paused": []}},
         "by": {"type": "string", "title": "Ends", "x-promise": true, "x-when": true},
         "crew": {"type": "string", "title": "Crew", "x-ref": ["team"]}}}
      """
    func campaign(_ status: String, _ by: String, _ crew: String) -> String {
      #"{"kind": "campaign", "id": "spring", "title": "Spring", "status": "\#(status)", "by": "\#(by)", "crew": "\#(crew)"}"#
    }
    let repository = try ScratchRepository()
    let base = try repository.commit(
      "Before",
      Self.teams.merging([
        "prodops.json": #"{"version": 1, "kinds": [{"kind": "campaign", "schema": "campaign.schema.json"}]}"#,
        "campaign.schema.json": schema, "spring.json": campaign("live", "2024-03-01", "growth"),
      ]) { first, _ in first })
    try repository.commit("After", ["spring.json": campaign("over", "2024-04-01", "sales")])
    let report = try await ReportTests.report(repository, from: base)
    #expect(report.slips.map(\.entry.change.facts.days) == [31])
    #expect(report.finished.map(\.change.subject.kind) == ["campaign"])
    #expect(report.handovers.map(\.to) == ["sales"])
    #expect(report.news.flatMap(\.obligations).map(\.sort) == [])
    let text = MarkdownReport.render(report)
    #expect(text.hasPrefix("# Shop: what changed") && text.contains("1 campaign over \\(“Spring”\\)"))
  }
}
