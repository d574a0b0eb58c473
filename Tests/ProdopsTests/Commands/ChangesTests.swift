import Foundation
import TestSupport
import Testing

/// `diff` and `report`, on the example company's history.
@Suite struct ChangesTests {
  /// Makes the example's history a repository below a folder, and gives its path.
  static func example(in scratch: Scratch) throws -> String {
    let script = URL(fileURLWithPath: ExampleRepository.path).deletingLastPathComponent()
      .appendingPathComponent("scripts/build-example.sh").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script, scratch.path + "/lantern"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "scripts/build-example.sh")
    return scratch.path + "/lantern"
  }

  @Test func outputsAreAsTheyWere() throws {
    let scratch = try Scratch()
    let path = try Self.example(in: scratch)
    for (name, arguments) in [
      ("diff-week.txt", ["diff", "HEAD~5..HEAD"]),
      ("diff-week.md", ["diff", "HEAD~5..HEAD", "--format", "markdown"]),
      ("diff-day.json", ["diff", "HEAD~1..HEAD", "--format", "json"]),
      ("report-quarter.md", ["report", "--from", "2025-10-01", "--to", "2025-12-31"]),
      ("brief-sales.md", ["brief", "--team", "sales", "--from", "2025-10-01", "--to", "2025-12-31"]),
      ("brief-search.html", ["brief", "--team", "search", "--as-of", "2025-12-22", "--format", "html"]),
      ("report-october.html", ["report", "--from", "2025-10-01", "--to", "2025-10-09", "--format", "html"]),
      ("report-november.json", ["report", "--from", "2025-11-01", "--to", "2025-11-15", "--format", "json"]),
    ] {
      let run = try Tool.run(arguments, in: path)
      #expect(run.status == 0, "\(run.summary)")
      try Golden.expect(run.text, equals: name)
      #expect(try Tool.run(arguments, in: path).output == run.output)
    }
    withExtendedLifetime(scratch) {}
  }

  @Test func runsEndAsTheyShould() throws {
    let scratch = try Scratch()
    let path = try Self.example(in: scratch)
    for (arguments, status) in [
      (["diff", "HEAD~5..HEAD", "--fail-on", "risky"], 0),
      (["diff", "HEAD~5..HEAD", "--fail-on", "notable"], 1),
      (["diff", "HEAD..nowhere"], 2), (["diff", "HEAD", "--fail-on", "bad"], 2),
      (["report", "--from", "nowhere"], 2), (["report"], 2),
      (["report", "--from", "2025-12-31", "--to", "2025-10-01"], 2),
      (["brief", "--team", "sales", "--as-of", "2025-12-22"], 0), (["brief"], 2),
      (["brief", "--team", "sale", "--as-of", "2025-12-22"], 2),
    ] as [([String], Int32)] {
      let run = try Tool.run(arguments, in: path)
      #expect(run.status == status, "\(run.summary)")
    }
    withExtendedLifetime(scratch) {}
  }

  /// A brief without a period is of the last 30 days, and a team that is none is told with those that are meant.
  @Test func aBriefNeedsNoPeriod() throws {
    let scratch = try Scratch()
    let path = try Self.example(in: scratch)
    let usual = try Tool.run(["brief", "--team", "search", "--as-of", "2025-12-22"], in: path)
    #expect(usual.text.hasPrefix("# Brief for Search, from 2025-11-23 to 2025-12-22\n"))
    #expect(usual.text.contains("These are the last 30 days up to 2025-12-22"))
    let unknown = try Tool.run(["brief", "--team", "serach", "--as-of", "2025-12-22"], in: path)
    #expect(unknown.errorText.contains("no team is named 'serach'; did you mean 'search'?"))
    withExtendedLifetime(scratch) {}
  }

  @Test func theFilesOnDiskAreComparedWithTheLastCommit() throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Sample.initiative("a")])
    try repository.write("a.json", Sample.initiative("a").replacing("\"idea\"", with: "\"candidate\""))
    let run = try Tool.run(["diff"], in: repository.path)
    #expect(run.text.contains("Status went from Idea to Candidate"))
    try repository.write("a.json", Sample.initiative("a"))
    #expect(try Tool.run(["diff"], in: repository.path).text == "nothing changed\n")
  }

  @Test func aBranchIsComparedWithWhereItBegan() throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Sample.initiative("a")])
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.commit("Mine", ["b.json": Sample.initiative("b")])
    try repository.git("checkout", "-q", "main")
    try repository.commit("Theirs", ["c.json": Sample.initiative("c")])
    let mine = try Tool.run(["diff", "main...topic"], in: repository.path).text
    #expect(mine.contains("initiative:b") && !mine.contains("initiative:c"))
    let both = try Tool.run(["diff", "main..topic"], in: repository.path).text
    #expect(both.contains("initiative:b") && both.contains("initiative:c"))
    // A period may begin on another branch: only what landed since both parted is told.
    let report = try Tool.run(["report", "--from", "topic", "--format", "json"], in: repository.path).text
    #expect(report.contains("\"steps\": 1,"))
  }
}
