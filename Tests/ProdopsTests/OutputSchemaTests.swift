import Foundation
import JSONSyntax
import SchemaChecking
import TestSupport
import Testing

/// Outputs against their published schemas.
@Suite struct OutputSchemaTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Compiles a schema; `rewriting` is applied to its text.
  static func schema(_ path: String, rewriting: (String) -> String = { $0 }) throws -> CompiledSchema {
    let text = rewriting(String(decoding: try contents(ofFile: path), as: UTF8.self))
    var set = SchemaSet()
    set.add(JSONDocument.parse(Array(text.utf8)), at: "https://schemas.example/schema")
    var options = SchemaOptions()
    options.assertsFormats = true
    let (schema, problems) = set.compile("https://schemas.example/schema", options: options)
    return try #require(schema, "\(problems.map(\.kind))")
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
    let schema = try Self.schema(Self.root + "/docs/output/lint.schema.json")
    for folder in try folders() {
      let run = try Tool.run(["lint", "--format", "json", "--as-of", "2026-01-15"], in: folder)
      #expect(run.status < 2, "\(run.summary)")
      #expect(Self.faults(run.output, schema).isEmpty, "\(folder): \(Self.faults(run.output, schema))")
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
    let schema = try Self.schema(Self.root + "/docs/output/lint.schema.json")
    #expect(Self.faults(run.output, schema).isEmpty, "\(Self.faults(run.output, schema))")
  }

  @Test func reportAndBrief() throws {
    let scratch = try Scratch()
    let path = try ChangesTests.example(in: scratch)
    for (name, arguments) in [
      ("report", ["report", "--from", "2025-01-01", "--to", "2025-12-31"]),
      ("report", ["report", "--from", "HEAD~1"]),
      ("report", ["report", "--from", "2024-01-01", "--to", "2025-02-01"]),
      ("brief", ["brief", "--team", "search", "--from", "2025-01-01", "--to", "2025-12-31"]),
      ("brief", ["brief", "--team", "sales", "--as-of", "2025-12-22"]),
    ] {
      let schema = try Self.schema("\(Self.root)/docs/output/\(name).schema.json")
      let run = try Tool.run(arguments + ["--format", "json"], in: path)
      #expect(run.status == 0, "\(run.summary)")
      #expect(Self.faults(run.output, schema).isEmpty, "\(arguments): \(Self.faults(run.output, schema))")
      #expect(!Self.faults(Array(#"{"version": 1}"#.utf8), schema).isEmpty)
    }
    withExtendedLifetime(scratch) {}
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
