import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import Rendering
import Reporting
import Testing
import Workspaces

/// What days did that nobody edited for.
@Suite struct PassedDaysTests {
  static let tool = #"""
    {
      "kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
      "contract": {"start": "2025-02-01", "renews": "2026-02-01", "noticeDays": 60, "autoRenew": true}
    }
    """#

  static func snapshot(_ text: String) -> Snapshot {
    let name = Array("survey-kit.json".utf8)
    let source = SourceReader(library: .builtIn).read(Array(text.utf8), name: name)
    return Snapshot(
      files: [Snapshot.File(path: RepositoryPath("survey-kit.json"), source: source)],
      configuration: Configuration(), library: .builtIn)
  }

  static func events(_ from: String, _ to: String) async throws -> [Change] {
    await PassedDays.events(
      in: snapshot(tool), after: try #require(Day(from)), upTo: try #require(Day(to)))
  }

  @Test func aNoticeDayThatWentByIsBreaking() async throws {
    let events = try await Self.events("2025-12-01", "2025-12-20")
    let missed = try #require(events.first { $0.rule == "tool/notice-missed" })
    #expect(missed.weight == .breaking)
    #expect(missed.idiom == .dayPassed)
    #expect(missed.pointer == "/contract/renews")
    #expect(missed.after?.string == "2026-02-01")
  }

  @Test func whatHadGoneByBeforeIsNoNews() async throws {
    let events = try await Self.events("2025-12-10", "2025-12-20")
    #expect(!events.contains { $0.rule == "tool/notice-missed" })
    #expect(try await Self.events("2025-12-20", "2025-12-01").isEmpty)
    #expect(try await Self.events("2025-12-20", "2025-12-20").isEmpty)
  }

  @Test func eventsHaveASectionOfTheirOwnAndFailNothing() async throws {
    var set = ChangeSet()
    set.replaceChanges(try await Self.events("2025-12-01", "2025-12-20"))
    #expect(set.count(atLeast: .routine) == 0)
    let text = HumanChanges.render(
      ChangeListing(set, sides: ("", ""), version: ""), style: TextStyle(isColoured: false))
    #expect(text.contains("Went by without an edit\n  breaking  Tool “Survey kit”: "))
    #expect(text.hasSuffix("nothing changed in meaning; 1 date went by\n") || text.hasSuffix("went by\n"))
  }
}
