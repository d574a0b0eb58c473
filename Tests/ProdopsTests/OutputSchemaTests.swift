import Foundation
import JSONSyntax
import SchemaChecking
import TestSupport
import Testing

/// Outputs against their published schemas.
@Suite struct OutputSchemaTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Compiles a published schema, with those that it refers to.
  static func published(_ name: String) throws -> CompiledSchema {
    var set = SchemaSet()
    for file in try FileManager.default.contentsOfDirectory(atPath: root + "/docs/output") {
      let document = JSONDocument.parse(try contents(ofFile: "\(root)/docs/output/\(file)"))
      let address = try #require(document.root?["$id"]?.string, "\(file)")
      #expect(address.hasSuffix("/output/\(file)"))
      set.add(document, at: address)
    }
    return try compiled("https://prodops.example/output/\(name).schema.json", in: &set)
  }

  /// Compiles another schema; `rewriting` is applied to its text.
  static func schema(_ path: String, rewriting: (String) -> String) throws -> CompiledSchema {
    let text = rewriting(String(decoding: try contents(ofFile: path), as: UTF8.self))
    var set = SchemaSet()
    set.add(JSONDocument.parse(Array(text.utf8)), at: "https://schemas.example/schema")
    return try compiled("https://schemas.example/schema", in: &set)
  }

  private static func compiled(_ address: String, in set: inout SchemaSet) throws -> CompiledSchema {
    var options = SchemaOptions()
    options.assertsFormats = true
    let (schema, problems) = set.compile(address, options: options)
    return try #require(schema, "\(problems.map(\.kind))")
  }

  static func expect(
    _ run: Tool.Run, fits schema: CompiledSchema, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let faults = faults(run.output, schema)
    #expect(faults.isEmpty, "\(run.summary)\n\(faults)", sourceLocation: sourceLocation)
  }

  /// A schema that lets everything pass would be of no use: it has to tell of keys that are none.
  static func expectTold(
    _ keys: [String], in run: Tool.Run, by schema: CompiledSchema,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for key in keys {
      let wrong = run.text.replacing(key, with: key.dropLast() + "X\"")
      #expect(!faults(Array(wrong.utf8), schema).isEmpty, "\(key)", sourceLocation: sourceLocation)
    }
  }

  static func faults(_ output: [UInt8], _ schema: CompiledSchema) -> [String] {
    let document = JSONDocument.parse(output)
    guard document.faults.isEmpty else { return ["no JSON: \(document.faults)"] }
    var outcome = SchemaOutcome()
    var budget = SchemaBudget()
    budget.steps = 50_000_000
    SchemaValidator(budget: budget).validate(document, by: schema, into: &outcome)
    return outcome.findings(atMost: 5).map {
      "\($0.words.message) at \(document.pointer(to: $0.value.index))"
    }
  }

  /// Folders whose findings have everything that an output can have.
  private func folders() throws -> [String] {
    let faulty = try Scratch()
    try faulty.write("growth.json", Sample.growth)
    try faulty.write(
      "a.json", Sample.initiative("checkout", #", "statsu": 1, "team": "growht", "tags": ["a", "a"]"#))
    try faulty.write(
      "b.json", Sample.initiative("checkout", #", "description": "a\u0000\u202e", "dependsOn": ["nul"]"#))
    try faulty.write("c \u{1B}[31m.json", "{")
    try faulty.write("d.jsonc", [0xFF, 0xFE])
    try faulty.write("e.json", #"{"kidn": "team"}"#)
    try faulty.write("f.json", #"["no", "object"]"#)
    kept.append(faulty)
    return [faulty.path, Self.root + "/example-repo", Self.root + "/Tests"]
  }

  private final class Keeper { var scratches: [Scratch] = [] }
  private let keeper = Keeper()
  private var kept: [Scratch] {
    get { keeper.scratches }
    nonmutating set { keeper.scratches = newValue }
  }

  @Test func lint() throws {
    let schema = try Self.published("lint")
    for folder in try folders() {
      let run = try Tool.run(["lint", "--format", "json", "--as-of", "2026-01-15"], in: folder)
      #expect(run.status < 2, "\(run.summary)")
      Self.expect(run, fits: schema)
    }
  }

  @Test func lintSince() throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", ["a.json": Sample.initiative("a"), "b.json": Sample.initiative("b")])
    try repository.commit("Mend", ["growth.json": Sample.growth])
    try repository.commit("Break", ["b.json": Sample.initiative("b", #", "rank": 0"#)])
    let run = try Tool.run(["lint", "--since", "HEAD~2", "--format", "json"], in: repository.path)
    #expect(run.status == 1)
    #expect(JSONDocument.parse(run.output).root?["fixed"]?.count == 2)
    Self.expect(run, fits: try Self.published("lint"))
  }

  /// What else is written as JSON, by command: a new output needs a line here and a schema.
  private static let example: [(command: String, arguments: [String])] = [
    ("diff", ["HEAD~1..HEAD"]), ("diff", ["HEAD~40..HEAD"]), ("diff", ["HEAD..HEAD~40"]), ("diff", []),
    ("report", ["--from", "2025-01-01"]), ("report", ["--from", "HEAD~3"]),
    ("report", ["--from", "2030-01-01"]),
    ("report", ["--from", "2024-01-01", "--to", "2025-02-01"]),
    ("brief", ["--team", "search", "--from", "2025-01-01", "--to", "2025-12-31"]),
    ("brief", ["--team", "sales", "--as-of", "2025-12-22"]),
    ("show", ["initiative:search-semantic"]), ("show", ["team:pages", "--rev", "HEAD~9"]),
    ("log", ["initiative:search-semantic"]), ("log", ["team:pages", "--limit", "2"]),
    ("log", []), ("log", ["--summary"]), ("log", ["--class", "risky", "--limit", "5", "--reverse"]),
    ("log", ["--kind", "tool", "--from", "2025-06-01"]),
    ("blame", ["initiative:search-semantic"]), ("show", ["team:pages", "--at", "2025-06-01"]),
    ("list", ["--at", "2025-06-01"]),
    ("schedule", ["--optimize", "--budget", "300", "--as-of", "2025-12-22"]),
    ("forecast", ["--as-of", "2025-12-22"]), ("forecast", ["HEAD~3..HEAD"]),
    ("forecast", ["--from-history", "--as-of", "2025-12-22"]), ("forecast", ["--calibration"]),
    ("forecast", ["--backtest"]), ("forecast", ["--from-history", "--to", "2025-06-30"]),
    ("list", []), ("list", ["initiative", "--where", "status=in-progress"]), ("list", ["tool"]),
    ("explain", ["--all"]), ("explain", ["initiative/target-passed"]), ("explain", ["schema"]),
    ("explain", ["initiative:answer-box", "--at", "2025-11-30"]), ("schedule", ["--at", "2025-09-30"]),
    ("schedule", []), ("schedule", ["--team", "search"]), ("schedule", ["HEAD~60..HEAD"]),
    ("schedule", ["HEAD~9"]),
  ]

  /// The list of everything that landed is another document than the life of one definition.
  private static func schemaName(_ command: String, _ arguments: [String]) -> String {
    switch command {
    case "log" where arguments.first?.hasPrefix("-") ?? true: "log-all"
    case "schedule" where arguments.first == "--optimize": "schedule-proposal"
    case "forecast" where arguments.first?.contains("..") ?? false: "forecast-changes"
    case "forecast"
    where arguments.allSatisfy({ !["--from-history", "--calibration", "--backtest"].contains($0) }):
      "plan-forecast"
    default: command
    }
  }

  @Test func theExampleCompany() throws {
    let scratch = try Scratch()
    let path = try ChangesTests.example(in: scratch)
    var schemas: [String: CompiledSchema] = [:]
    for item in Self.example {
      let name = Self.schemaName(item.command, item.arguments)
      let schema = try schemas[name] ?? Self.published(name)
      schemas[name] = schema
      let run = try Tool.run([item.command] + item.arguments + ["--format", "json"], in: path)
      Self.expect(run, fits: schema)
    }
    withExtendedLifetime(scratch) {}
  }

  /// Every edit of every sort, there and back: what came, went, moved, was renamed and cannot be read.
  @Test func changesOfEverySort() throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", ["growth.json": Sample.growth, "a.json": Sample.initiative("a")])
    try repository.commit(
      "Edit",
      [
        "a.json": Sample.initiative(
          "a", #", "target": "2026-01-31", "tags": ["x"], "custom": {"n": [1, null]}, "dependsOn": ["b"]"#),
        "b.json": Sample.initiative("b"), "broken.json": "{",
      ])
    try repository.commit(
      "Move",
      [
        "a.json": Sample.initiative("a", #", "target": "2026-03-31", "dependsOn": ["b"]"#),
        "b.json": "{}", "c.json": Sample.initiative("c", #", "formerly": ["b"]"#), "broken.json": "[",
      ])
    try repository.git("mv", "a.json", "z.json")
    try repository.git("commit", "-q", "-m", "Rename")
    let (diff, report) = (try Self.published("diff"), try Self.published("report"))
    for range in ["HEAD~3..HEAD", "HEAD..HEAD~3", "HEAD~2..HEAD~1", "HEAD~1..HEAD"] {
      let run = try Tool.run(["diff", range, "--format", "json"], in: repository.path)
      Self.expect(run, fits: diff)
      Self.expectTold(["\"reasons\"", "\"formatOnly\"", "\"notable\""], in: run, by: diff)
    }
    let run = try Tool.run(["report", "--from", "HEAD~3", "--format", "json"], in: repository.path)
    Self.expect(run, fits: report)
    Self.expectTold(["\"headline\"", "\"unreadableVersions\"", "\"landed\""], in: run, by: report)
    #expect(JSONDocument.parse(run.output).root?["unreadableVersions"]?.count ?? 0 > 0, "\(run.text)")
  }

  @Test(.needsCorpora) func aRealRepository() throws {
    let scratch = try ScratchRepository(initialize: false)
    let path = scratch.root + "/keps"
    try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", path, in: scratch.root)
    for (command, arguments) in [
      ("diff", ["e0d512cb7c^..e0d512cb7c"]), ("diff", ["cb769368f4^..cb769368f4"]),
      ("diff", ["HEAD~300..HEAD"]),
      ("report", ["--from", "2024-01-01", "--to", "2024-06-30"]),
      ("forecast", ["--from-history", "--as-of", "2024-06-01"]), ("forecast", ["--backtest"]),
      ("forecast", ["--calibration"]),
      ("log", ["--from", "2023-01-01", "--to", "2024-06-30"]),
    ] as [(String, [String])] {
      let run = try Tool.run([command] + arguments + ["--format", "json"], in: path)
      Self.expect(run, fits: try Self.published(Self.schemaName(command, arguments)))
    }
  }

  /// Every command that can write JSON has a schema; a member that the schema does not know is told.
  @Test func everyOutputHasASchema() throws {
    var commands: Set<String> = []
    for command in Tool.commands {
      let help = try Tool.run([command, "--help"], in: "/").text
      if help.contains(/--format <format>[^-]*\bjson\b/) { commands.insert(command) }
    }
    #expect(commands.isSuperset(of: ["lint", "diff", "report"]))
    #expect(commands == Set(Self.example.map(\.command)).union(["lint"]))
    for command in commands { _ = try Self.published(command) }
    let run = try Tool.run(["explain", "--all", "--format", "json"], in: "/")
    Self.expectTold(["\"area\""], in: run, by: try Self.published("explain"))
  }

  /// The standard's own schema is of draft 4; what it uses of that means the same once `id` is out of the way.
  @Test(.needsConformance) func sarif() throws {
    let schema = try Self.schema((Conformance.folder ?? "") + "/sarif/sarif-schema-2.1.0.json") { text in
      text.replacing(/"\$schema": "http:\/\/json-schema.org\/draft-04\/schema#",/, with: "")
        .replacing(/\n  "id": "[^"]*",/, with: "")
    }
    for folder in try folders() {
      let run = try Tool.run(["lint", "--format", "sarif", "--as-of", "2026-01-15"], in: folder)
      #expect(run.status < 2, "\(run.summary)")
      #expect(Self.faults(run.output, schema).isEmpty, "\(folder): \(Self.faults(run.output, schema))")
    }
    #expect(!Self.faults(Array(#"{"version": "2.1.0", "runs": [{}]}"#.utf8), schema).isEmpty)
  }
}

/// The page about hostile input says what the tests hold.
@Suite struct HostilePolicyTests {
  @Test func thePageNamesEveryChoice() throws {
    let page = String(
      decoding: try contents(ofFile: OutputSchemaTests.root + "/docs/hostile-input-policy.md"), as: UTF8.self)
    for name in HostilePolicy.choices.keys { #expect(page.contains("`\(name)`"), "\(name)") }
  }

  @Test(.needsConformance) func everyChoiceIsAboutACase() {
    let names = Set(HostileSet.cases.filter { $0.policy == true }.map(\.name))
    #expect(Set(HostilePolicy.choices.keys).isSubset(of: names))
    #expect(Set(HostilePolicy.suggestions.keys).isSubset(of: HostileSet.cases.map(\.name)))
  }
}
