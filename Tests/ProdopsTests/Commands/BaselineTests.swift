import JSONSyntax
import TestSupport
import Testing

/// `prodops lint` with a baseline: old findings are held back, new ones are told.
@Suite struct BaselineTests {
  private static let day = ["--as-of", "2026-01-15"]
  private static let settings = #"{"version": 1, "lint": {"baseline": "prodops-baseline.json"}}"#
  private static let faulty = Sample.initiative("a", #", "dependsOn": ["nowhere"], "owner": "@nobody""#)

  /// A folder with an old finding or two, and its baseline.
  private func adopted(_ settings: String = Self.settings) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("growth.json", Sample.growth)
    try scratch.write("a.json", Self.faulty)
    try scratch.write("prodops.json", settings)
    let run = try scratch.run(["lint", "--write-baseline"] + Self.day)
    #expect(run.status == 0 && run.text == "prodops-baseline.json\n", "\(run.summary)")
    return scratch
  }

  private func lint(_ scratch: Scratch, _ more: String...) throws -> Tool.Run {
    try scratch.run(["lint", "--format", "json"] + Self.day + more)
  }

  private func rules(_ run: Tool.Run) -> [String] { Findings(run.output)?.items.map(\.rule) ?? ["no output"] }

  private func heldBack(_ run: Tool.Run) -> Int? {
    JSONDocument.parse(run.output).root?["summary"]?["heldBack"]?.integer
  }

  @Test func onlyWhatIsNewIsTold() throws {
    let scratch = try adopted()
    let quiet = try lint(scratch)
    #expect(quiet.status == 0 && rules(quiet).isEmpty, "\(quiet.text)")
    #expect(try #require(heldBack(quiet)) >= 2)
    let human = try scratch.run(["lint"] + Self.day)
    #expect(human.text.contains("held back by the baseline"))
    try scratch.write("b.json", Sample.initiative("b", #", "dependsOn": ["elsewhere"]"#))
    let loud = try lint(scratch)
    #expect(loud.status == 1)
    #expect(Findings(loud.output)?.errors.map(\.path) == ["b.json"], "\(loud.text)")
  }

  @Test func linesAndFilesMayMove() throws {
    let scratch = try adopted()
    try scratch.write("a.json", "")
    try scratch.write("deep/er/other.json", "\n\n\n" + Self.faulty.replacing(", ", with: ",\n\n  "))
    try scratch.write("a.json", #"{"note": "no definition any more"}"#)
    let run = try lint(scratch)
    #expect(rules(run).allSatisfy { $0 == "definition/id-file-mismatch" }, "\(run.text)")
    #expect(run.status == 0)
  }

  @Test func theSameFindingOnceMoreIsTold() throws {
    let scratch = try adopted()
    try scratch.write("z.json", Self.faulty)
    let run = try lint(scratch)
    #expect(rules(run).contains("reference/unresolved"), "\(run.text)")
    #expect(rules(run).contains("reference/duplicate-id"))
  }

  @Test func whatIsMendedIsStaleUntilWrittenAnew() throws {
    let scratch = try adopted()
    try scratch.write("a.json", Sample.initiative("a", #", "owner": "@nobody""#))
    let run = try lint(scratch)
    #expect(run.status == 0)
    let stale = try #require(Findings(run.output)?.items.first { $0.rule == "baseline/stale" }, "\(run.text)")
    #expect(stale.severity == "info" && stale.path == "prodops-baseline.json" && stale.line > 1)
    #expect(stale.message == "'reference/unresolved' of 'a.json' no longer occurs")
    #expect(stale.help.contains("--write-baseline"))
    #expect(try scratch.run(["lint", "--write-baseline"] + Self.day).status == 0)
    #expect(rules(try lint(scratch)).isEmpty)
    try scratch.write(
      "prodops.json",
      #"{"version": 1, "lint": {"baseline": "prodops-baseline.json", "rules": {"baseline/stale": "error"}}}"#)
    try scratch.write("a.json", Sample.initiative("a", #", "owner": "@ana""#))
    #expect(try lint(scratch).status == 1)
  }

  @Test func aFileWithManyFindingsIsHeldBackWhole() throws {
    let scratch = try Scratch()
    let people = (0..<150).map { "\"@p\($0)\"" }.joined(separator: ",")
    try scratch.write("growth.json", Sample.growth)
    try scratch.write("a.json", Sample.initiative("a", ", \"stakeholders\": [\(people)]"))
    try scratch.write("prodops.json", Self.settings)
    #expect(try scratch.run(["lint", "--write-baseline"] + Self.day).status == 0)
    let run = try lint(scratch)
    #expect(rules(run).isEmpty && (heldBack(run) ?? 0) >= 150, "\(run.text)")
    try scratch.write("prodops-baseline.json", #"{"version": 1, "findings": []}"#)
    #expect(rules(try lint(scratch)).count == 100)
  }

  @Test(arguments: [
    ("", "syntax"), ("[]", "form"), (#"{"version": 2, "findings": []}"#, "form"),
    ("{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}", "syntax"),
    (#"{"version": 1, "findings": [{"rule": "x"}, 3]}"#, "entry"),
    (#"{"kind": "team", "id": "x", "title": "X", "members": []}"#, "form"),
  ]) func anUnusableBaselineIsAFinding(_ item: (text: String, sort: String)) throws {
    let scratch = try adopted()
    try scratch.write("prodops-baseline.json", item.text)
    let run = try lint(scratch)
    #expect(run.status == 2, "\(run.summary)")
    let told = Findings(run.output)?.items.filter { $0.rule == "config/baseline-unreadable" } ?? []
    #expect(told.count == (item.sort == "entry" ? 2 : 1), "\(run.text)")
    #expect(rules(run).contains("reference/unresolved"))
  }

  @Test func aBaselineThatIsNotThereIsAFinding() throws {
    let scratch = try Scratch()
    try scratch.write("prodops.json", Self.settings)
    let run = try lint(scratch)
    #expect(run.status == 2 && rules(run) == ["config/baseline-unreadable"], "\(run.text)")
    #expect(try scratch.run("lint", "--write-baseline").status == 0)
    #expect(try lint(scratch).status == 0)
  }

  @Test func whatNoWaiverSilencesIsNotHeldBack() throws {
    let scratch = try Scratch()
    try scratch.write("prodops.json", Self.settings)
    try scratch.write("broken.json", "{")
    let run = try scratch.run("lint", "--write-baseline")
    #expect(run.status == 0 && run.errorText.contains("1 finding cannot be"), "\(run.errorText)")
    #expect(rules(try lint(scratch)) == ["json/syntax"])
  }

  // MARK: Writing

  @Test func writingIsTheSameTwice() throws {
    let scratch = try adopted()
    let first = try scratch.read("prodops-baseline.json")
    #expect(try scratch.run(["lint", "--write-baseline"] + Self.day).status == 0)
    #expect(try scratch.read("prodops-baseline.json") == first)
    let schema = try OutputSchemaTests.published("baseline")
    #expect(OutputSchemaTests.faults(first, schema).isEmpty)
    #expect(JSONDocument.parse(first).root?["findings"]?.count ?? 0 >= 2)
  }

  @Test func aRepositoryWithoutConfigurationIsToldTheNextStep() throws {
    let scratch = try Scratch()
    try scratch.write("a.json", Self.faulty)
    let run = try scratch.run("lint", "--write-baseline")
    #expect(run.status == 0 && run.errorText.contains("prodops.json"), "\(run.summary)")
  }

  @Test func nothingElseIsOverwritten() throws {
    let scratch = try adopted(#"{"version": 1, "lint": {"baseline": "prodops-baseline.json"}}"#)
    for path in ["a.json", "prodops.json"] {
      let settings = "{\"version\": 1, \"lint\": {\"baseline\": \"\(path)\"}}"
      try scratch.write("prodops.json", settings)
      let before = try scratch.read(path)
      let run = try scratch.run("lint", "--write-baseline")
      #expect(run.status == 2 && !run.errors.isEmpty, "\(run.summary)")
      #expect(try scratch.read(path) == before)
    }
    try scratch.write("prodops.json", #"{"version": 1, "lint": {"baseline": "../outside.json"}}"#)
    #expect(try scratch.run("lint", "--write-baseline").status == 2)
  }

  @Test(arguments: [["--rev", "HEAD"], ["--since", "HEAD"], ["a.json"]])
  func partsAreWrongUsage(_ more: [String]) throws {
    let run = try adopted().run(["lint", "--write-baseline"] + more)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.summary)")
  }

  // MARK: Pull requests

  /// A pull request that puts its own finding into the baseline is told of it: the base's baseline judges.
  @Test func theBaseRevisionsBaselineJudges() throws {
    let repository = try ScratchRepository()
    let scratch = try adopted()
    let baseline = String(decoding: try scratch.read("prodops-baseline.json"), as: UTF8.self)
    let base = [
      "growth.json": Sample.growth, "a.json": Self.faulty, "prodops.json": Self.settings,
      "prodops-baseline.json": baseline,
    ]
    try repository.commit("Start", base)
    let bad = ["b.json": Sample.initiative("b", #", "dependsOn": ["elsewhere"]"#)]
    try repository.commit("Add a finding", base.merging(bad) { $1 })
    #expect(
      try Tool.run(["lint", "--write-baseline"] + Self.day, in: repository.path).status == 0)
    func since(_ revision: String) throws -> Tool.Run {
      try Tool.run(["lint", "--format", "json", "--since", revision] + Self.day, in: repository.path)
    }
    #expect(try Tool.run(["lint"] + Self.day, in: repository.path).status == 0)
    let run = try since("HEAD~1")
    #expect(run.status == 1 && rules(run).contains("reference/unresolved"), "\(run.text)")
    #expect(!rules(run).contains("baseline/stale"))
  }

  @Test func mendingWithItsEntryLeavesNothingToTell() throws {
    let repository = try ScratchRepository()
    let scratch = try adopted()
    let baseline = String(decoding: try scratch.read("prodops-baseline.json"), as: UTF8.self)
    try repository.commit(
      "Start",
      [
        "growth.json": Sample.growth, "a.json": Self.faulty, "prodops.json": Self.settings,
        "prodops-baseline.json": baseline,
      ])
    try repository.commit("Mend", ["a.json": Sample.initiative("a")])
    let mended = try Tool.run(
      ["lint", "--format", "json", "--since", "HEAD~1"] + Self.day, in: repository.path)
    #expect(mended.status == 0 && Set(rules(mended)) == ["baseline/stale"], "\(mended.text)")
    #expect(try Tool.run(["lint", "--write-baseline"] + Self.day, in: repository.path).status == 0)
    let told = try Tool.run(
      ["lint", "--format", "json", "--since", "HEAD~1"] + Self.day, in: repository.path)
    #expect(told.status == 0 && rules(told).isEmpty, "\(told.text)")
    let revision = try Tool.run(
      ["lint", "--format", "json", "--rev", "HEAD~1"] + Self.day, in: repository.path)
    #expect(revision.status == 0 && rules(revision).isEmpty, "\(revision.text)")
  }
}
