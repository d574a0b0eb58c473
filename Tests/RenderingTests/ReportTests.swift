import ChangeHistory
import CivilDates
import Diagnostics
import Diffing
import GitStore
import JSONSyntax
import Rendering
import Reporting
import TestSupport
import Testing
import WorkspaceIO
import Workspaces

/// Reports of scripted histories.
@Suite struct ReportTests {
  static func text(_ id: String, target: String, status: String = "committed", owner: String = "@a") -> String
  {
    """
    {"kind": "initiative", "id": "\(id)", "title": "Title of \(id)", "status": "\(status)", "team": "t", \
    "owner": "\(owner)", "target": "\(target)"}
    """
  }

  static func report(
    _ repository: ScratchRepository, from base: String, day: Day = .last
  ) async throws -> ChangeReport {
    let place = try WorkspacePlace.find(repository.path)
    let workspace = try place.repository()
    let loader = WorkspaceLoader(root: place.root)
    let (first, last) = (try workspace.resolve(base), try workspace.resolve("HEAD"))
    let before = try await loader.load(first, of: workspace.location)
    let after = try await loader.load(last, of: workspace.location)
    let library = after.library
    var fold = HistoryFold(Configuration()) { library.shape(of: $0) }
    let reader = HistoryReader(of: workspace.location, configuration: after.configuration, library: library)
    let chain = try workspace.firstParentChain(from: last)
    let start = try await reader.read(chain, after: first) { fold.take($0, inPeriod: $1) }
    let net = ChangeSet.between(base: before, head: after, context: DiffContext())
    var source = ReportSource(
      before: before, after: after, base: first.description, head: last.description,
      firstDay: Day("2024-01-01"), lastDay: Day("2024-03-31"), day: day, net: net, history: fold, start: start
    )
    if source.title.isEmpty { source.title = "Shop" }
    source.commitLink = "https://git.example/{commit}"
    return ChangeReport(source)
  }

  @Test func aStateOnAnotherBranchIsSaid() async throws {
    let repository = try ScratchRepository()
    let base = try repository.commit("Old", ["a.json": Self.text("a", target: "2024-01-01")])
    try repository.commit("New", ["a.json": Self.text("a", target: "2024-02-01")])
    var source = try await Self.report(repository, from: base).source
    #expect(!MarkdownReport.render(ChangeReport(source)).contains("another branch"))
    source.branch = .left(at: base, try #require(Day("2024-01-05")))
    let report = ChangeReport(source)
    let sentence = "is on another branch, which parts from this one after \(base.prefix(8)) of 2024-01-05: "
    for text in [
      MarkdownReport.render(report), HTMLReport.render(report), JSONReport.render(report, version: "0"),
    ] {
      #expect(text.contains(sentence))
    }
    source.branch = .unrelated
    #expect(MarkdownReport.render(ChangeReport(source)).contains("has no step in common with this one"))
  }

  @Test func aQuarterInOnePage() async throws {
    let repository = try ScratchRepository()
    try repository.commit(
      "Older", ["a.json": Self.text("a", target: "2023-12-01"), "b.json": Self.text("b", target: "2024-Q1")])
    let base = try repository.commit("Old", ["a.json": Self.text("a", target: "2024-01-01")])
    try repository.commit("Slip", ["a.json": Self.text("a", target: "2024-02-01")])
    try repository.commit("Pause", ["b.json": Self.text("b", target: "2024-Q1", status: "paused")])
    try repository.commit("Resume", ["b.json": Self.text("b", target: "2024-Q1")])
    let last = try repository.commit(
      "More",
      [
        "a.json": Self.text("a", target: "2024-03-01", owner: "@b"),
        "c.json": Self.text("c", target: "2024-04-01"),
      ])
    let report = try await Self.report(repository, from: base)
    let slip = try #require(report.slips.first)
    #expect(slip.slipsEver == 3)
    #expect(slip.slipsInPeriod == 2)
    #expect(slip.entry.change.facts.days == 60)
    #expect(slip.entry.step?.commit == last)
    #expect(report.handovers.map(\.to) == ["@b"])
    #expect(report.added.map(\.change.subject.id) == ["c"])
    #expect(report.reversals.map(\.between) == [["paused"]])
    let text = MarkdownReport.render(report)
    #expect(text.hasPrefix("# Shop: what changed from 2024-01-01 to 2024-03-31\n\n**1 date slipped"))
    #expect(text.contains("| 3rd \\(2 in this period\\)") || text.contains("| 3rd (2 in this period)"))
    #expect(text.contains("Status is committed again, after paused"))
    #expect(text.contains("(https://git.example/\(last))"))
    #expect(MarkdownReport.render(try await Self.report(repository, from: base)) == text)
    let root = try #require(JSONDocument.parse(Array(JSONReport.render(report, version: "0").utf8)).root)
    #expect(root["slips"]?.count == 1)
    #expect(root["slips"]?.items.first { _ in true }?["slipsEver"]?.integer == 3)
  }

  @Test func strangersNamesActOnNothing() async throws {
    let repository = try ScratchRepository()
    let base = try repository.commit("One", ["a.json": Self.text("a", target: "2024-01-01")])
    try repository.write(
      "a.json",
      Self.text("a", target: "2024-02-01").replacing(
        "Title of a", with: "| <img src=x> [x](https://evil.example)"))
    try repository.git(
      "commit", "-q", "-a", "-m", "x", "--author", "[me](https://evil.example) <a@example.com>")
    let text = MarkdownReport.render(try await Self.report(repository, from: base))
    #expect(!text.contains("<img"))
    #expect(!text.contains("](https://evil"))
    let page = HTMLReport.render(try await Self.report(repository, from: base))
    #expect(!page.contains("<img") && page.contains("&lt;img src=x&gt;"))
    #expect(!page.contains("href=\"https://evil"))
  }
}
