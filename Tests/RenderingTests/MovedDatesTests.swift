import CivilDates
import Diagnostics
import Diffing
import Reporting
import Testing
import Workspaces

@Suite struct MovedDatesTests {
  private let monday = Day("2026-01-05") ?? .first

  private func snapshot(_ weeks: Int) -> Snapshot {
    let files = [
      ("web.json", #"{"kind": "team", "id": "web", "title": "Web", "members": [], "capacity": 2}"#),
      (
        "a.json",
        #"{"kind": "initiative", "id": "a", "title": "A", "status": "committed", "team": "web", "rank": 1, "#
          + #""work": [{"team": "web", "effort": \#(weeks), "people": 2}]}"#
      ),
      (
        "b.json",
        #"{"kind": "initiative", "id": "b", "title": "B", "status": "committed", "team": "web", "rank": 2, "#
          + #""target": "2026-01-16", "work": [{"team": "web", "effort": 2, "people": 2}]}"#
      ),
    ]
    let reader = SourceReader(library: .builtIn)
    return Snapshot(
      files: files.map { path, text in
        Snapshot.File(
          path: RepositoryPath(path), source: reader.read(Array(text.utf8), name: Array(path.utf8)))
      }, configuration: Configuration(), library: .builtIn)
  }

  @Test func anEditSaysWhoseDatesItMoves() throws {
    let changes = MovedDates.changes(from: snapshot(2), to: snapshot(4), asOf: monday)
    #expect(changes.map(\.subject.id) == ["a", "b"])
    let own = try #require(changes.first)
    #expect(own.words == "By the schedule it ships 5 working days later (2026-01-09 → 2026-01-16)")
    #expect(own.weight == .notable)
    let other = changes[1]
    #expect(
      other.words == "By the schedule it ships 5 working days later (2026-01-16 → 2026-01-23), because of a")
    #expect(other.weight == .risky)
    #expect(other.reasons.map(\.text) == ["5 working days after what was promised, 2026-01-16"])
    let back = MovedDates.changes(from: snapshot(4), to: snapshot(2), asOf: monday)
    #expect(back.map(\.weight) == [.routine, .routine])
    #expect(back[1].reasons.map(\.code) == ["keeps-promise"])
  }

  @Test func equalPlansMoveNothing() {
    #expect(MovedDates.changes(from: snapshot(2), to: snapshot(2), asOf: monday).isEmpty)
  }
}
