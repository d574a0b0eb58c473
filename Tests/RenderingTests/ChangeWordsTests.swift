import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import Rendering
import Testing
import Workspaces

/// Changes as sentences.
@Suite struct ChangeWordsTests {
  static func initiative(_ members: String, status: String = "committed", title: String = "Fast checkout")
    -> String
  {
    let more = members.isEmpty ? "" : ", " + members
    return #"{"kind": "initiative", "id": "a", "title": "\#(title)", "status": "\#(status)"\#(more)}"#
  }

  static func snapshot(_ files: [String: String]) -> Snapshot {
    let reader = SourceReader(library: .builtIn)
    let read = files.sorted { $0.key < $1.key }.map { name, text in
      Snapshot.File(path: RepositoryPath(name), source: reader.read(Array(text.utf8), name: Array(name.utf8)))
    }
    return Snapshot(files: read, configuration: Configuration(), library: .builtIn)
  }

  static func changes(_ before: String, _ after: String, day: String? = nil) -> ChangeSet {
    changes(["a.json": before], ["a.json": after], day: day)
  }

  static func changes(_ before: [String: String], _ after: [String: String], day: String? = nil) -> ChangeSet
  {
    ChangeSet.between(
      base: snapshot(before), head: snapshot(after), context: DiffContext(day: day.flatMap { Day($0) }))
  }

  static func words(_ before: String, _ after: String, day: String? = nil) -> [String] {
    changes(initiative(before), initiative(after), day: day).changes.map { ChangeWords.sentence(for: $0) }
  }

  @Test(arguments: [
    (
      #""target": "2024-01-10""#, #""target": "2024-02-14""#,
      "Target date slipped 5 weeks (2024-01-10 → 2024-02-14)"
    ),
    (
      #""target": "2024-02-14""#, #""target": "2024-01-10""#,
      "Target date pulled in by 5 weeks (2024-02-14 → 2024-01-10)"
    ),
    (
      #""target": "2024-Q1""#, #""target": "2024-02-14""#,
      "Target date made more exact (2024-Q1 → 2024-02-14)"
    ),
    (#""team": "x""#, #""team": "y""#, "Team handed over from x to y"),
    (#""owner": "@a""#, #""owner": "@b""#, "Owner changed from @a to @b"),
    (#""owner": "@a""#, "", "Owner removed (was @a)"),
    ("", #""contributors": ["@x"]"#, "Contributors: @x joined"),
    (#""contributors": ["@x"]"#, "", "Contributors: @x left"),
    ("", #""dependsOn": ["b"]"#, "Depends on: b added"),
    (#""confidence": 0.5"#, #""confidence": 0.75"#, "Confidence rose from 50 % to 75 %"),
    (#""rank": 2"#, #""rank": 1"#, "Rank changed from 2 to 1"),
    (#""description": "One.""#, #""description": "Two.""#, "Description reworded"),
    (#""release": "4.1""#, #""release": "4.2 or so""#, "Release changed from 4.1 to “4.2 or so”"),
    (
      #""work": [{"team": "x", "effort": 3}]"#, #""work": [{"team": "x", "effort": 5}]"#,
      "Work › x: effort rose from 3 to 5 person-weeks"
    ),
    (
      "", #""milestones": [{"id": "beta", "target": "2024-Q1"}]"#,
      "Milestones: Beta added, target date 2024-Q1"
    ),
    ("", #""custom": {"marketName": "north"}"#, "Market name set to north"),
  ])
  func fields(_ before: String, _ after: String, _ expected: String) {
    #expect(Self.words(before, after) == [expected])
  }

  @Test func aSlipSaysWhatMakesItWorse() {
    let (old, new) = (
      #""milestones": [{"id": "beta", "target": "2023-12-13", "release": "1.29"}]"#,
      #""milestones": [{"id": "beta", "target": "2024-04-17", "release": "1.30"}]"#
    )
    #expect(
      Self.words(old, new, day: "2023-12-27") == [
        "Beta: target date slipped 4 months (2023-12-13 → 2024-04-17, release 1.29 → 1.30), "
          + "14 days after the old date had passed"
      ])
    #expect(
      Self.words(old, new, day: "2023-12-10") == [
        "Beta: target date slipped 4 months (2023-12-13 → 2024-04-17, release 1.29 → 1.30), 3 days before the old date"
      ])
  }

  @Test(arguments: [
    ("committed", "in-progress", "Status went from Committed to In progress"),
    ("idea", "launched", "Status went from Idea to Launched, skipping Candidate, Committed and In progress"),
    ("in-progress", "committed", "Status went from In progress back to Committed"),
    ("paused", "in-progress", "Status went from Paused to In progress again"),
    ("committed", "cancelled", "Status went from Committed to Cancelled"),
  ])
  func states(_ before: String, _ after: String, _ expected: String) {
    let result = Self.changes(Self.initiative("", status: before), Self.initiative("", status: after))
    #expect(result.changes.map { ChangeWords.sentence(for: $0) } == [expected])
  }
}
