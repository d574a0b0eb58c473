import Foundation
import JSONSyntax
import TestSupport
import Testing

/// `log`, `blame` and `--at`, run as their users run them.
@Suite struct LifeCommandTests {
  private static func initiative(_ id: String, _ status: String, _ more: String = "") -> String {
    """
    {
      "kind": "initiative",
      "id": "\(id)",
      "title": "Initiative \(id)",
      "team": "growth",
      "status": "\(status)"\(more)
    }

    """
  }

  private static func experiment(_ status: String, _ start: String) -> String {
    """
    {"kind": "experiment", "id": "try", "title": "Try", "owner": "@ana", "status": "\(status)", "start": "\(start)"}

    """
  }

  private static func metric(_ title: String) -> String {
    """
    {"kind": "metric", "id": "m", "title": "\(title)", "status": "active"}

    """
  }

  /// A definition that is renamed, edited in a branch, broken and mended.
  private func eventful() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.commit("Start", ["growth.json": Sample.growth, "a.json": Self.initiative("a", "idea")])
    try repository.commit(
      "Rename", ["b.json": Self.initiative("b", "idea", ",\n  \"formerly\": [\"a\"]")], deleting: ["a.json"])
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.commit("Edit", ["b.json": Self.initiative("b", "candidate", ",\n  \"formerly\": [\"a\"]")])
    try repository.git("checkout", "-q", "main")
    try repository.merge("topic")
    try repository.commit("Break", ["b.json": "{"])
    try repository.commit("Mend", ["b.json": Self.initiative("b", "committed", ",\n  \"formerly\": [\"a\"]")])
    return repository
  }

  /// All that asks for the example's history, which takes a while to build.
  @Test func theExampleIsToldAsItWas() throws {
    let scratch = try Scratch()
    let path = try ChangesTests.example(in: scratch)
    try expectGoldens(path)
    try expectSchemas([
      (path, "initiative:search-semantic"), (path, "initiative:search-v3"), (path, "tool:metricwell"),
    ])
    for (arguments, words) in Self.mistakes {
      let run = try Tool.run(arguments, in: path)
      #expect(run.status == 2 && run.errorText.contains(words), "\(run.summary)")
    }
    withExtendedLifetime(scratch) {}
  }

  private func expectGoldens(_ path: String) throws {
    for (name, arguments) in [
      ("log-initiative.txt", ["log", "initiative:search-semantic"]),
      ("log-initiative.md", ["log", "initiative:search-semantic", "--format", "markdown", "--limit", "2"]),
      (
        "log-field.json",
        ["log", "search-semantic", "--field", "ga.target", "--limit", "1", "--format", "json"]
      ),
      ("log-old-id.txt", ["log", "initiative:search-v3"]),
      ("log-merged.txt", ["log", "initiative:answer-box", "--reverse"]),
      ("blame-initiative.txt", ["blame", "initiative:answer-box"]),
      ("blame-metric.md", ["blame", "metric:activation-rate", "--format", "markdown"]),
      ("blame-team.json", ["blame", "team:pages", "--at", "2025-06-30", "--format", "json"]),
      ("show-at-start.txt", ["show", "metric:zero-result-rate", "--at", "experiment:typo-tolerance-ab"]),
      ("list-at.txt", ["list", "experiment", "--at", "2025-06-30"]),
    ] {
      let run = try Tool.run(arguments, in: path)
      #expect(run.status == 0, "\(run.summary)")
      try Golden.expect(run.text, equals: name)
      #expect(try Tool.run(arguments, in: path).output == run.output)
    }
  }

  @Test func outputsKeepToTheirSchemas() throws {
    let repository = try eventful()
    let shallow = repository.root + "/shallow"
    try repository.git("clone", "-q", "--depth", "2", "file://\(repository.path)", shallow)
    try repository.write("b.json", Self.initiative("b", "in-progress", ",\n  \"formerly\": [\"a\"]"))
    try expectSchemas([
      (repository.path, "initiative:b"), (repository.path, "initiative:a"), (shallow, "initiative:b"),
    ])
  }

  private func expectSchemas(_ definitions: [(folder: String, name: String)]) throws {
    let log = try OutputSchemaTests.published("log")
    let blame = try OutputSchemaTests.published("blame")
    for (folder, name) in definitions {
      let run = try Tool.run(["log", name, "--format", "json"], in: folder)
      #expect(run.status == 0, "\(run.summary)")
      let faults = OutputSchemaTests.faults(run.output, log)
      #expect(faults.isEmpty, "\(name): \(faults)")
      let fields = try Tool.run(["blame", name, "--format", "json"], in: folder)
      guard fields.status == 0 else { continue }
      let others = OutputSchemaTests.faults(fields.output, blame)
      #expect(others.isEmpty, "\(name): \(others)")
    }
    #expect(!OutputSchemaTests.faults(Array("{}".utf8), log).isEmpty)
    #expect(!OutputSchemaTests.faults(Array("{}".utf8), blame).isEmpty)
  }

  @Test func aLifeIsToldWithEverythingThatHappened() throws {
    let repository = try eventful()
    let run = try Tool.run(["log", "b"], in: repository.path)
    for words in [
      "Status went from Candidate to Committed", "Counted from the last version before it that can be read",
      "The file cannot be read from here on (no JSON): b.json", "by Ann Lee, merged by Ann Lee",
      "Renamed: its id was a", "File moved from a.json to b.json", "New initiative",
    ] {
      #expect(run.text.contains(words), "\(words)\n\(run.text)")
    }
    let old = try Tool.run(["log", "initiative:a"], in: repository.path)
    #expect(old.text.contains("Renamed: it goes on as initiative:b"), "\(old.text)")
    let field = try Tool.run(["log", "b", "--field", "status", "--limit", "1"], in: repository.path)
    #expect(field.text.contains("raise --limit") && !field.text.contains("Renamed"), "\(field.text)")
    let empty = try Tool.run(["log", "b", "--from", "HEAD"], in: repository.path)
    #expect(empty.text.contains("Nothing changed."), "\(empty.summary) \(empty.text)")
  }

  @Test func aSecondFileOfTheSameIdIsNamed() throws {
    let repository = try eventful()
    try repository.commit("Copy", ["old/b.json": Self.initiative("b", "candidate")])
    for arguments in [["log", "initiative:b"], ["blame", "b"]] {
      let run = try Tool.run(arguments + ["--format", "markdown"], in: repository.path)
      #expect(
        run.text.contains("this is told of b.json; old/b.json has the same kind and id"), "\(run.summary)")
    }
    try expectSchemas([(repository.path, "initiative:b")])
  }

  @Test func aPeriodLimitsTheLog() throws {
    let repository = try ScratchRepository()
    let day: Int64 = 86_400
    for number in 0..<4 {
      try repository.commit(
        "\(number)", ["a.json": Self.initiative("a", "idea", ",\n  \"rank\": \(number + 1)")],
        time: 1_704_110_400 + Int64(number) * day)
    }
    func days(_ arguments: String...) throws -> [String] {
      let run = try Tool.run(["log", "a", "--format", "json"] + arguments, in: repository.path)
      let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
      return (object?["entries"] as? [[String: Any]] ?? []).compactMap { $0["day"] as? String }
    }
    #expect(try days() == ["2024-01-04", "2024-01-03", "2024-01-02", "2024-01-01"])
    #expect(try days("--from", "2024-01-02", "--to", "2024-01-03") == ["2024-01-03", "2024-01-02"])
    #expect(try days("--from", "HEAD~1", "--reverse") == ["2024-01-04"])
    #expect(try days("--to", "HEAD~2", "--reverse") == ["2024-01-01", "2024-01-02"])
    let backwards = try Tool.run(
      ["log", "a", "--from", "2024-01-03", "--to", "2024-01-01"], in: repository.path)
    #expect(backwards.status == 2, "\(backwards.summary)")
  }

  @Test func whatIsOnDiskIsNotCommittedYet() throws {
    let repository = try eventful()
    try repository.write(
      "b.json", Self.initiative("b", "in-progress", ",\n  \"formerly\": [\"a\"],\n  \"rank\": 1"))
    let run = try Tool.run(["blame", "b"], in: repository.path)
    let lines = run.text.split(separator: "\n").filter { $0.contains("not committed yet") }
    #expect(
      lines.count == 2 && lines.allSatisfy { $0.hasPrefix("Status") || $0.hasPrefix("Rank") }, "\(run.text)")
    let committed = try Tool.run(["blame", "b", "--at", "HEAD"], in: repository.path)
    #expect(!committed.text.contains("not committed yet"), "\(committed.text)")
    // A file that is renamed on disk is still the same definition.
    try repository.git("mv", "b.json", "c.json")
    let moved = try Tool.run(["blame", "b"], in: repository.path)
    #expect(moved.text.contains("c.json") && moved.text.contains("Ann Lee"), "\(moved.text)")
    try repository.write("new.json", Self.initiative("new", "idea"))
    let new = try Tool.run(["blame", "initiative:new"], in: repository.path)
    #expect(new.status == 0 && !new.text.contains("Ann Lee"), "\(new.summary) \(new.text)")
  }

  @Test func shallowClonesSayWhereTheyEnd() throws {
    let repository = try eventful()
    let clone = repository.root + "/clone"
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path)", clone)
    let log = try Tool.run(["log", "initiative:b"], in: clone)
    #expect(
      log.status == 0 && log.text.contains("the clone is shallow and its history begins on"), "\(log.text)")
    let blame = try Tool.run(["blame", "initiative:b"], in: clone)
    #expect(blame.text.contains("2023-11-15 or before"), "\(blame.text)")
  }

  @Test func theStateWhenAnotherBeganIsShown() throws {
    let repository = try ScratchRepository()
    func show(_ at: String) throws -> Tool.Run {
      try Tool.run(["show", "metric:m", "--at", at], in: repository.path)
    }
    let day: Int64 = 86_400
    let start: Int64 = 1_704_110_400
    try repository.commit("One", ["m.json": Self.metric("First")], time: start)
    try repository.commit("Two", ["e.json": Self.experiment("draft", "2024-01-03")], time: start + day)
    #expect(try show("experiment:try").errorText.contains("has not got under way: its state is 'draft'"))
    try repository.commit(
      "Three", ["m.json": Self.metric("Second"), "e.json": Self.experiment("running", "2024-01-03")],
      time: start + 2 * day)
    try repository.commit("Four", ["m.json": Self.metric("Third")], time: start + 3 * day)
    try repository.commit(
      "Five", ["e.json": Self.experiment("concluded", "2024-01-03")], time: start + 4 * day)
    let began = try show("experiment:try")
    #expect(
      began.text.contains("Second") && began.text.contains("went from 'draft' to 'running'"), "\(began.text)")
    #expect(try show("2024-01-01").text.contains("First"))
    #expect(try show("HEAD~1").text.contains("Third"))
    let list = try Tool.run(["list", "--at", "2024-01-01", "--format", "json"], in: repository.path)
    let object = try JSONSerialization.jsonObject(with: Data(list.output)) as? [String: Any]
    #expect(
      object?["count"] as? Int == 1 && (object?["at"] as? [String: Any])?["day"] as? String == "2024-01-01")
    #expect(object?["asOf"] as? String == "2024-01-01")
    // Where history does not reach back, the stated date counts.
    try repository.commit(
      "Late",
      [
        "late.json": Self.experiment("running", "2024-01-02").replacing(
          #""id": "try""#, with: #""id": "late""#)
      ], time: start + 5 * day)
    let late = try show("experiment:late")
    #expect(
      late.text.contains("First") && late.text.contains("states 2024-01-02 as its start"), "\(late.text)")
  }

  private static let mistakes: [([String], String)] = [
    (["log", "initiative:search-semantik"], "did you mean 'initiative:search-semantic' or"),
    (["log", "metric:search-semantic"], "did you mean 'initiative:search-semantic'?"),
    (["log", "qqqqqqqq"], "'prodops list' names them all"),
    (["log", "team:pages", "--to", "no-such-rev"], "no-such-rev"),
    (["log", "team:pages", "--limit", "0"], "from 1"),
    (["log", "team:pages", "--field", "a..b"], "names no field"),
    (["log", "team:pages", "--to", "2020-01-01"], "the history begins after 2020-01-01"),
    (["log", "team:pages", "--field", "membres"], "did you mean 'members'?"),
    (["blame", "initiative:search-v3"], "'prodops log initiative:search-v3' tells its life"),
    (["blame", "team:pages", "--at", "2020-01-01"], "the history begins on 2025-01-"),
    (["show", "team:pages", "--at", "experiment:none"], "no definition 'experiment:none'"),
    (["show", "team:pages", "--at", "no-such-rev"], "no-such-rev"),
  ]

  @Test(arguments: ["log", "blame"]) func withoutHistoryThereIsNothingToTell(_ command: String) throws {
    let scratch = try Scratch()
    try scratch.write("a.json", Self.initiative("a", "idea"))
    let run = try scratch.run(command, "initiative:a")
    #expect(run.status == 3 && run.errorText.contains("no git repository"), "\(run.summary)")
    let repository = try ScratchRepository()
    try repository.write("a.json", Self.initiative("a", "idea"))
    let empty = try Tool.run([command, "initiative:a"], in: repository.path)
    #expect(empty.status == 3 && empty.errorText.contains("no commit yet"), "\(empty.summary)")
    try repository.commit("Other", ["a.json": "{}"])
    try repository.write("a.json", Self.initiative("a", "idea"))
    let uncommitted = try Tool.run(["log", "initiative:a"], in: repository.path)
    #expect(
      uncommitted.status == 2 && uncommitted.errorText.contains("in no commit yet"), "\(uncommitted.summary)")
  }
}
