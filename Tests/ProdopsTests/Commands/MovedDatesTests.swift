import JSONSyntax
import TestSupport
import Testing
import Workspaces

/// What `diff` and `schedule A..B` tell of dates that the schedule gives: moves, promises that are missed, lost dates.
@Suite struct MovedDatesTests {
  private static func team(_ people: Int) -> String {
    #"{"kind": "team", "id": "web", "title": "Web", "capacity": \#(people)}"#
  }

  private static func initiative(
    _ id: String, rank: Int, weeks: Int = 2, status: String = "committed", more: String = ""
  ) -> String {
    """
    {"kind": "initiative", "id": "\(id)", "title": "The \(id)", "team": "web", "status": "\(status)", "rank": \(rank),
     "work": [{"team": "web", "effort": \(weeks), "people": 1}]\(more)}
    """
  }

  private static func run(_ arguments: [String], in repository: ScratchRepository) throws -> Tool.Run {
    let run = try Tool.run(arguments + ["--as-of", "2026-01-05"], in: repository.path)
    #expect(run.status == 0, "\(run.summary)")
    return run
  }

  @Test func missedPromisesAndLostDatesAreTold() throws {
    let repository = try ScratchRepository()
    try repository.commit(
      "Start",
      [
        "prodops.json": #"{"version": 1}"#, "web.json": Self.team(1), "a.json": Self.initiative("a", rank: 1),
        "b.json": Self.initiative("b", rank: 2),
        "c.json": Self.initiative("c", rank: 3, weeks: 1, more: #", "dependsOn": ["a"]"#),
      ])
    try repository.commit(
      "Edit",
      [
        "a.json": Self.initiative("a", rank: 1, status: "paused"),
        "n.json": Self.initiative("n", rank: 9, more: #", "target": "2026-01-20""#),
      ])
    let diff = try Self.run(["diff", "HEAD~1..HEAD"], in: repository).text
    for line in [
      "risky     The schedule has no dates for it any more, because of a — it waits for a, which has no dates",
      "risky     By the schedule it ships on 2026-01-30 — 8 working days after what was promised, 2026-01-20",
      "routine   By the schedule it ships 10 working days earlier (2026-01-30 → 2026-01-16), because of a",
    ] { #expect(diff.contains(line), "\(diff)") }
    let moves = try Self.run(["schedule", "HEAD~1..HEAD"], in: repository)
    let text = moves.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "1 promise more is missed", "“The c” has no dates any more: it waits for “The a”",
      "“The n” (n) is new. So it ships 8 working days after its promise",
      "planned from Mon 19 Jan 2026 to Fri 30 Jan 2026, 8 days late",
    ] { #expect(text.contains(words), "\(text)") }
    let json = try Self.run(["schedule", "HEAD~1..HEAD", "--format", "json"], in: repository)
    OutputSchemaTests.expect(json, fits: try OutputSchemaTests.published("schedule"))
    let root = try #require(JSONDocument.parse(json.output).root)
    #expect(root["summary"]?["missed"]?.integer == 1)
    #expect(
      root.items("edits").flatMap { $0.items("losses") }.map { $0["initiative"]?.string } == ["a", "c"])
  }

  /// Many dates that one edit moves are one line, but those who miss a promise by it are told by name.
  @Test func whatOneEditMovesInManyIsToldOnce() throws {
    let repository = try ScratchRepository()
    var files = ["prodops.json": #"{"version": 1}"#, "web.json": Self.team(2)]
    for number in 1...12 {
      let target = number == 12 ? #", "target": "2026-03-31""# : ""
      files["i\(number).json"] = Self.initiative("i\(number)", rank: number, more: target)
    }
    try repository.commit("Start", files)
    try repository.commit("Fewer", ["web.json": Self.team(1)])
    let diff = try Self.run(["diff", "HEAD~1..HEAD"], in: repository).text
    #expect(
      diff.contains(
        "By the schedule 10 initiatives ship 10 to 50 working days later, because of team web: i10, i11"),
      "\(diff)")
    #expect(diff.contains("risky     By the schedule it ships 60 working days later"), "\(diff)")
  }
}
