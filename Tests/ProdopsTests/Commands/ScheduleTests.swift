import Foundation
import JSONSyntax
import TestSupport
import Testing
import Workspaces

/// `schedule`, and `explain` of an initiative.
@Suite struct ScheduleTests {
  @Test(arguments: [
    ("schedule.txt", ["schedule"]), ("schedule-team.txt", ["schedule", "--team", "search"]),
    ("schedule.md", ["schedule", "--format", "markdown"]),
    ("schedule.json", ["schedule", "--format", "json"]),
    ("schedule.csv", ["schedule", "--format", "csv"]), ("schedule.ics", ["schedule", "--format", "ics"]),
    ("schedule.mmd", ["schedule", "--format", "mermaid"]),
    ("explain-initiative.txt", ["explain", "initiative:usage-pricing"]),
    ("explain-pinned.txt", ["explain", "initiative:query-analytics"]),
    ("explain-under-way.md", ["explain", "initiative:answer-box", "--format", "markdown"]),
    ("explain-initiative.json", ["explain", "initiative:usage-pricing", "--format", "json"]),
    ("explain-left-out.txt", ["explain", "initiative:desk-mobile"]),
  ])
  func outputIsAsItWas(_ name: String, _ arguments: [String]) throws {
    let run = try Tool.run(arguments + ["--as-of", "2025-12-22"], in: ExampleRepository.path)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.summary)")
    try Golden.expect(run.text, equals: name)
  }

  private static let taxes = """
    {"kind": "initiative", "id": "tax-invoices", "title": "Tax invoices", "owner": "@kofi.asante",
     "status": "committed", "team": "billing", "plan": "lantern-2026", "rank": 1, "dependsOn": ["annual-billing"],
     "work": [{"team": "billing", "effort": {"low": 3, "likely": 5, "high": 9}, "people": 2}], "target": "2026-03-31"}

    """

  /// A branch that adds one initiative, and what follows from it.
  @Test func whatABranchMoves() throws {
    let scratch = try Scratch()
    let path = try ChangesTests.example(in: scratch)
    func tool(_ arguments: String...) throws -> Tool.Run {
      let run = try Tool.run(arguments + ["--as-of", "2025-12-22"], in: path)
      #expect(run.status == 0, "\(run.summary)")
      return run
    }
    #expect(try tool("schedule", "main").text.contains("None of 12 initiatives moves."))
    try scratch.write("lantern/initiatives/tax-invoices.json", Self.taxes)
    try Golden.expect(tool("schedule", "main").text, equals: "schedule-branch.txt")
    try Golden.expect(tool("schedule", "main", "--format", "markdown").text, equals: "schedule-branch.md")
    let json = try tool("schedule", "main", "--format", "json")
    let schema = try OutputSchemaTests.published("schedule")
    OutputSchemaTests.expect(json, fits: schema)
    OutputSchemaTests.expectTold(["\"through\"", "\"itemDays\"", "\"isEdited\""], in: json, by: schema)
    try adds(json)
    let explained = try tool("explain", "initiative:tax-invoices")
    #expect(explained.text.contains("after “Annual billing without a call” (ends "))
    // The order as it is now, written once and then left alone.
    let written = try tool("schedule", "--write-lock")
    #expect(
      written.text == "schedule.lock.json\n" && written.errorText.contains("13 initiatives in the order"))
    let again = try tool("schedule", "--write-lock")
    #expect(again.text.isEmpty && again.errorText.contains("nothing was written"), "\(again.summary)")
    #expect(try tool("explain", "initiative:tax-invoices").text.contains("as schedule.lock.json has it"))
    withExtendedLifetime(scratch) {}
  }

  /// The shares of the edits are the whole move.
  private func adds(_ run: Tool.Run) throws {
    let root = try #require(JSONDocument.parse(run.output).root)
    #expect(root["changes"]?.count ?? 0 > 1)
    for change in root.items("changes") {
      guard let days = change["days"]?.integer else { continue }
      #expect(change.items("causes").reduce(0) { $0 + ($1["days"]?.integer ?? 0) } == days)
    }
  }

  /// The chain of every initiative is without a gap, and adds up to its end.
  @Test func everyChainAddsUp() throws {
    let schema = try OutputSchemaTests.published("explain")
    let all = try Tool.run(
      ["schedule", "--format", "json", "--as-of", "2025-12-22"], in: ExampleRepository.path)
    let initiatives = Array(try #require(JSONDocument.parse(all.output).root).items("initiatives"))
    #expect(initiatives.count == 12)
    for initiative in initiatives {
      let id = initiative.string("id") ?? ""
      let run = try Tool.run(
        ["explain", "initiative:\(id)", "--format", "json", "--as-of", "2025-12-22"],
        in: ExampleRepository.path)
      OutputSchemaTests.expect(run, fits: schema)
      let root = try #require(JSONDocument.parse(run.output).root)
      let chain = Array(root.items("chain"))
      #expect(chain.reduce(0) { $0 + ($1["days"]?.integer ?? 0) } == root["days"]?.integer, "\(id)")
      #expect(chain.last?.string("to") == initiative.string("end"))
      #expect(chain.first?.string("from") == "2025-12-22")
    }
  }

  @Test(arguments: [
    (["explain", "initiative:search-semantik"], "did you mean 'initiative:search-semantic'"),
    (["explain", "team:search"], "'prodops schedule --team search' tells"),
    (["explain", "metric:zero-result-rate"], "only initiatives have dates that are planned"),
    (["explain", "reference/unresolved", "--at", "HEAD"], "--at is about an initiative"),
    (["schedule", "--team", "serch"], "no team is named 'serch'; did you mean 'search'?"),
    (["schedule", "HEAD", "--at", "HEAD"], "are about one state; 'HEAD' names two"),
    (["schedule", "HEAD..HEAD", "--format", "csv"], "human, json, markdown, html and svg"),
    (["schedule", "--write-lock", "--at", "HEAD"], "leave out --at"),
    (["schedule", "--write-lock", "--team", "search"], "all teams together: leave out --team"),
    (["schedule", "--optimize", "--team", "search"], "all teams together: leave out --team"),
    (["schedule", "--write-lock", "--format", "json"], "nothing else: leave out --format"),
    (["schedule", "--write-lock", "--optimize", "--format", "html"], "nothing else: leave out --format"),
    (
      ["schedule", "--seed", "3"],
      "--seed is about the search of --optimize: leave out --seed, or add --optimize"
    ),
    (["schedule", "--budget", "5", "--seed", "3"], "--budget and --seed are about the search of --optimize"),
    (["schedule", "HEAD..HEAD", "--budget", "5"], "are about one state; 'HEAD..HEAD' names two"),
    (["schedule", "--optimize", "--budget", "-5"], "--budget takes 1 to 10,000,000 schedules"),
    (["schedule", "--optimize", "--budget", "0"], "--budget takes 1 to 10,000,000 schedules"),
  ])
  func wrongUsageIsTold(_ arguments: [String], _ words: String) throws {
    let run = try Tool.run(arguments, in: ExampleRepository.path)
    #expect(run.errorText.contains(words), "\(run.summary)")
    #expect(run.status == 2 && run.output.isEmpty, "\(run.summary)")
  }

  private static let team = """
    {"kind": "team", "id": "web", "title": "Web", "capacity": 2, "members": [{"id": "ana", "role": "engineer"}]}
    """

  private static func initiative(_ id: String, _ more: String) -> String {
    #"{"kind": "initiative", "id": "\#(id)", "title": "The \#(id)", "team": "web", "status": "committed"\#(more)}"#
  }

  /// What cannot be placed is told with the reason and what to do, by `schedule` first and by `explain`.
  @Test func whatDoesNotFitIsToldFirst() throws {
    let scratch = try Scratch()
    try scratch.write("web.json", Self.team)
    let work = #", "work": [{"team": "web", "effort": 2, "people": 1}]"#
    for (id, more) in [
      ("a", #", "dependsOn": ["b"]"# + work), ("b", #", "dependsOn": ["c"]"# + work),
      ("c", #", "dependsOn": ["a"]"# + work), ("d", #", "dependsOn": ["a"]"# + work),
      ("huge", #", "work": [{"team": "web", "effort": 2, "people": 5}]"#),
      ("long", #", "work": [{"team": "web", "effort": 2000, "people": 2}]"#), ("fine", work), ("idle", ""),
    ] { try scratch.write("\(id).json", Self.initiative(id, more)) }
    let run = try scratch.run("schedule", "--as-of", "2026-01-05")
    #expect(run.status == 0, "\(run.summary)")
    let text = run.text.replacing(/\n *(?=[^ -])/, with: " ")
    for words in [
      "wait for each other in a circle: a waits for b waits for c waits for a.",
      "needs 5 people of Web at once, which has 2 people at most.",
      "does not fit into the days that the schedule looks ahead", "“The d” (d) waits for “The a” (a)",
      "1 says nothing about its work: “The idle” (idle).",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    #expect(
      try #require(run.text.range(of: "What does not fit together")).lowerBound
        < #require(run.text.range(of: "INITIATIVE")).lowerBound)
    for (id, words) in [
      ("a", "in a circle"), ("d", "which has no dates"), ("huge", "Lower \"people\""),
      ("long", "schedule.horizonDays"), ("idle", "Add \"work\""), ("fine", "nothing keeps it waiting"),
    ] {
      let run = try scratch.run("explain", "initiative:\(id)", "--as-of", "2026-01-05")
      #expect(run.status == 0 && run.text.contains(words), "\(run.text)\(run.summary)")
      let json = try scratch.run("explain", "initiative:\(id)", "--as-of", "2026-01-05", "--format", "json")
      OutputSchemaTests.expect(json, fits: try OutputSchemaTests.published("explain"))
    }
    OutputSchemaTests.expect(
      try scratch.run("schedule", "--as-of", "2026-01-05", "--format", "json"),
      fits: try OutputSchemaTests.published("schedule"))
  }

  @Test(arguments: [
    "<<<<<<< ours\n{\"version\": 1}\n", #"{"version": 1, "order": ["b""#, #"{"version": 1, "order": ["b"],}"#,
    #"{"version": 1, "order": ["b"], "order": ["a"]}"#, #"{"version": 2, "order": ["a"]}"#, "",
  ]) func aBrokenOrderIsToldAndKept(_ broken: String) throws {
    let scratch = try Scratch()
    try scratch.write("web.json", Self.team)
    try scratch.write(
      "a.json", Self.initiative("a", #", "work": [{"team": "web", "effort": 2, "people": 1}]"#))
    try scratch.write("schedule.lock.json", broken)
    let run = try scratch.run("schedule", "--as-of", "2026-01-05")
    #expect(run.status == 0 && run.errorText.contains("schedule.lock.json cannot be read"), "\(run.summary)")
    let linted = try scratch.run("lint", "--as-of", "2026-01-05", "--format", "github")
    #expect(linted.status == 1 && linted.text.contains("file=schedule.lock.json"), "\(linted.summary)")
    let refused = try scratch.run("schedule", "--write-lock", "--as-of", "2026-01-05")
    #expect(refused.status == 2 && refused.errorText.contains("is not overwritten"), "\(refused.summary)")
    #expect(try scratch.read("schedule.lock.json") == Array(broken.utf8))
  }

  @Test func aDependencyThatIsNotThereIsRemarked() throws {
    let scratch = try Scratch()
    try scratch.write("web.json", Self.team)
    let work = #", "work": [{"team": "web", "effort": 2, "people": 1}]"#
    try scratch.write("a.json", Self.initiative("a", work + #", "dependsOn": ["gone", {"on": "b"}]"#))
    try scratch.write("b.json", Self.initiative("b", work))
    for format in ["human", "markdown", "json", "html"] {
      let run = try scratch.run("schedule", "--as-of", "2026-01-05", "--format", format)
      #expect(
        run.status == 0 && run.text.contains("which no initiative is called"), "\(format): \(run.summary)")
      if format == "json" {
        OutputSchemaTests.expect(run, fits: try OutputSchemaTests.published("schedule"))
        #expect(run.text.contains("depends-on-unknown"))
      }
    }
  }

  /// Numbers and ids that no schema lets through are read all the same, and neither end the run nor break the order.
  @Test func numbersAndIdsOfStrangers() throws {
    let scratch = try Scratch()
    try scratch.write(
      "web.json",
      #"{"kind": "team", "id": "web", "title": "W", "capacity": 1e29, "wipLimit": 9223372036854775807}"#)
    for (id, work) in [
      ("a", #"{"team": "web", "effort": 1e29, "people": 1e29}"#),
      ("b", #"{"team": "web", "effort": 1e-29, "people": 1e-29}"#),
      ("c", #"{"team": "web", "effort": {"low": 1e29, "likely": 0, "high": -1}, "people": 0}"#),
      ("d\\\"e\\n", #"{"team": "gone\u001b[31m", "effort": 3}"#),
    ] { try scratch.write("\(id.utf8.first ?? 0).json", Self.initiative(id, #", "work": [\#(work)]"#)) }
    for format in ["human", "json", "markdown", "csv", "ics", "mermaid", "html"] {
      let run = try scratch.run("schedule", "--as-of", "2026-01-05", "--format", format)
      #expect(run.status == 0, "\(run.summary)")
      let plain = run.output.filter { format != "ics" && format != "csv" || $0 != 0x0D }
      #expect(Oracles.terminal(plain).isEmpty, "\(format)")
    }
    let written = try scratch.run("schedule", "--as-of", "2026-01-05", "--write-lock")
    #expect(written.status == 0, "\(written.summary)")
    #expect(JSONDocument.parse(try scratch.read("schedule.lock.json")).faults.isEmpty)
  }

  /// The hostile set's definitions, planned and written in every format.
  @Test(.needsConformance, arguments: ["human", "json", "markdown", "csv", "ics", "mermaid", "html"])
  func hostileTextsDoNothing(_ format: String) throws {
    let scratch = try Scratch()
    try scratch.write("growth.json", Sample.growth)
    for (id, bytes) in HostileTextTests.definitions {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.lastIndex(of: "}") else { continue }
      try scratch.write(
        "\(id).json",
        text[..<end] + #", "status": "committed", "work": [{"team": "growth", "effort": 1, "people": 1}]}"#)
    }
    let run = try scratch.run("schedule", "--as-of", "2026-01-15", "--format", format)
    #expect(run.status == 0 && run.output.count > 1_000, "\(run.summary)")
    let lines = run.output.filter { format != "ics" && format != "csv" || $0 != 0x0D }
    var faults = Oracles.terminal(lines) + OutputCheck.secrets(in: run.output + run.errors)
    if format != "html" { faults += Oracles.runner(lines, annotations: 0) }
    if format == "markdown" { faults += Oracles.markdown(run.output) }
    if format == "json" { faults += JSONDocument.parse(run.output).faults.map { "no JSON: \($0)" } }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }
}
