import Foundation
import JSONSyntax
import SchemaChecking
import TestSupport
import Testing

@Suite("Hostile schemas")
struct HostileSchemaTests {
  @Test(
    "schemas that must be refused, and why", .needsConformance,
    arguments: [
      ("schema-01", "refCycle"), ("schema-02", "refCycle"), ("schema-04", "unknownDocument"),
      ("schema-05", "unknownDocument"), ("schema-09", "badPattern"), ("schema-11", "badKeyword"),
    ])
  func refused(_ name: String, _ reason: String) throws {
    let (schema, problems) = try compile(name)
    #expect(schema == nil)
    #expect(problems.contains { "\($0.kind)".hasPrefix(reason) }, "\(problems.map(\.kind))")
  }

  @Test("recursion that goes deeper into the value is sound", .needsConformance)
  func recursion() throws {
    let schema = try #require(try compile("schema-03").schema)
    #expect(faults(#"{"children": [{"children": []}]}"#, schema).isEmpty)
    #expect(faults(#"{"children": [{"children": 1}]}"#, schema).count == 1)
  }

  @Test("references that multiply end at the budget", .needsConformance, .timeLimit(.minutes(1)))
  func budget() throws {
    let schema = try #require(try compile("schema-06").schema)
    #expect(faults("{}", schema).contains(.budget))
  }

  @Test(
    "patterns that backtrack end at their limit", .needsConformance, .timeLimit(.minutes(1)),
    arguments: ["schema-07", "schema-08", "schema-10"])
  func patterns(_ name: String) throws {
    let schema = try #require(try compile(name).schema)
    let text = String(repeating: "a", count: 5_000) + "!"
    #expect(faults(#"{"name": "\#(text)"}"#, schema).count == 1)
    #expect(faults(#"{"name": "aaa"}"#, schema).isEmpty)
  }

  @Test("a misspelt keyword is warned about", .needsConformance)
  func unknownKeyword() throws {
    let (schema, problems) = try compile("schema-12")
    #expect(schema != nil)
    #expect(problems.map(\.kind) == [.unknownKeyword("minLenght", candidates: ["minLength", "maxLength"])])
  }

  @Test("many equal hashes and many items take no quadratic time", .timeLimit(.minutes(1)))
  func unique() throws {
    let items = (0..<20_000).map { #"{"a": [\#($0), "x"], "b": 1.0}"# }.joined(separator: ",")
    let schema = try #require(SchemaSet.compiling(#"{"uniqueItems": true}"#))
    #expect(faults("[\(items)]", schema).isEmpty)
    #expect(faults("[\(items), {\"b\": 1, \"a\": [7e0, \"x\"]}]", schema).count == 1)
  }

  @Test("dynamic references that never go deeper end at the depth")
  func dynamicCircle() throws {
    let text = ##"""
      {"$id": "https://a.example/s", "$dynamicAnchor": "n", "$ref": "#/$defs/b", "$defs": {
        "b": {"$id": "b", "$dynamicRef": "#n", "$defs": {"c": {"$dynamicAnchor": "n"}}}}}
      """##
    let schema = try #require(SchemaSet.compiling(text))
    #expect(faults("1", schema) == [.budget])
  }

  @Test("texts with faults, ill-formed keys among them, are checked without harm")
  func faultyTexts() throws {
    let schema = try #require(
      SchemaSet.compiling(#"{"patternProperties": {"^\\p{Letter}+$": {"type": "number"}}}"#))
    var outcome = SchemaOutcome()
    for key: [UInt8] in [[0xF9, 0x20], [0xFF], [0x22, 0xC3, 0x22], [0x27, 0xE2, 0x82, 0x27], []] {
      let document = JSONDocument.parse(Array("{".utf8) + key + Array(": 1}".utf8))
      #expect(!document.isComplete)
      SchemaValidator().validate(document, by: schema, into: &outcome)
    }
  }

  private func compile(_ name: String) throws -> (schema: CompiledSchema?, problems: [SchemaProblem]) {
    let file = try #require(Conformance.files(in: "hostile/public/schema").first { $0.contains(name) })
    var set = SchemaSet()
    set.add(JSONDocument.parse(try contents(ofFile: file)), at: "file.json")
    var options = SchemaOptions()
    options.warnsOfUnknownKeywords = true
    return set.compile("file.json", options: options)
  }

  private func faults(_ text: String, _ schema: CompiledSchema) -> [SchemaFault] {
    var outcome = SchemaOutcome()
    var limits = JSONLimits()
    limits.members = 100_000
    let document = JSONDocument.parse(Array(text.utf8), limits: limits)
    SchemaValidator().validate(document, by: schema, into: &outcome)
    return outcome.findings.map(\.fault)
  }
}

extension SchemaSet {
  /// Compiles one schema that refers to nothing else.
  static func compiling(_ text: String, annotations: [String] = []) -> CompiledSchema? {
    var set = SchemaSet()
    set.add(JSONDocument.parse(Array(text.utf8)), at: "https://test.example/schema")
    var options = SchemaOptions()
    options.annotations = annotations
    return set.compile("https://test.example/schema", options: options).schema
  }
}
