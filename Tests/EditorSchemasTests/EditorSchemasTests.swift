import Foundation
import JSONSyntax
import SchemaCatalog
import SchemaChecking
import TestSupport
import Testing

@testable import EditorSchemas

/// The renditions mean what the schemas mean, as far as draft-07 can say it.
struct EditorSchemasTests {
  static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("example-repo").path

  @Test func everyKindHasAFile() {
    #expect(EditorSchemas.files.map(\.kind) == (SchemaCatalog.kinds + ["prodops"]).sorted())
  }

  @Test(arguments: EditorSchemas.files.map(\.kind))
  func filesStandAlone(_ kind: String) throws {
    let file = try #require(EditorSchemas.files.first { $0.kind == kind })
    let document = JSONDocument.parse(file.bytes)
    #expect(document.formatted() == file.bytes)
    let root = try #require(document.root)
    #expect(root["$schema"]?.string == "http://json-schema.org/draft-07/schema#")
    let unknown = [
      "$id", "$defs", "$anchor", "$dynamicRef", "$dynamicAnchor", "prefixItems", "dependentRequired",
      "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "minContains",
    ]
    var used: Set<String> = []
    forEachObject(root) { object in
      for name in unknown { #expect(object[name: name] == nil || object["title"] == nil, "\(name)") }
      for member in object.members { #expect(!member.name.hasPrefix("x-")) }
      guard let reference = object["$ref"]?.string else { return }
      #expect(object.count == 1, "draft-07 heeds nothing beside \(reference)")
      #expect(document.value(at: String(reference.dropFirst())) != nil, "\(reference)")
      used.insert(reference)
    }
    for name in (root["definitions"]?.members).map({ $0.map(\.name) }) ?? [] {
      #expect(used.contains("#/definitions/\(name)"), "\(name) is not needed")
    }
    #expect(root["defaultSnippets"]?.count == 1)
  }

  @Test func definitionsOfTheExampleAreValid() throws {
    let judges = try Judges()
    var count = 0
    let names = try #require(FileManager.default.enumerator(atPath: Self.example))
    for case let name as String in names where name.hasSuffix(".json") {
      let document = JSONDocument.parse(try contents(ofFile: Self.example + "/" + name))
      let kind = document.root?["kind"]?.string ?? "prodops"
      #expect(try judges.verdicts(on: document, kind) == [true, true], "\(name)")
      count += 1
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    ("initiative", "/status", "\"begun\""), ("initiative", "/id", "\"Not An Id\""),
    ("initiative", "/title", "\" \""),
    ("initiative", "/owner", "\"ana\""), ("initiative", "/confidence", "2"),
    ("initiative", "/target", "\"soon\""),
    ("initiative", "/milestones/0", "{\"title\": \"without an id\"}"), ("initiative", "/work/0/effort", "-1"),
    ("initiative", "/evidence/0", "\"guests-abandon\""), ("metric", "/direction", "\"sideways\""),
    ("plan", "/budget/currency", "\"euro\""), ("team", "/members", "[]"),
    ("team", "/members/1/allocation", "1.5"),
    ("launch", "/tier", "7"), ("experiment", "/variants/0/weight", "-1"),
    ("study", "/method", "\"guessing\""),
    ("insight", "/evidence/0/stance", "\"maybe\""), ("process", "/steps/0/id", "7"),
    ("tool", "/cost/per", "\"day\""),
    ("prodops", "/version", "2"),
  ])
  func faultsAreFaultsInBoth(_ kind: String, _ pointer: String, _ replacement: String) throws {
    let judges = try Judges()
    let entry = try #require(SchemaCatalog.entries.first { $0.name == kind })
    let example = try #require(JSONDocument.parse(entry.bytes).root?["examples"]?.item(at: 0))
    let document = JSONDocument.parse(Array(example.text))
    #expect(try judges.verdicts(on: document, kind) == [true, true])
    let value = try #require(document.value(at: pointer))
    let edited = JSONDocument.applying(
      [document.replacing(value, by: Array(replacement.utf8))], to: document.bytes)
    let verdicts = try judges.verdicts(on: JSONDocument.parse(edited), kind)
    #expect(verdicts[0] == verdicts[1])
    if replacement != "[]" { #expect(verdicts == [false, false]) }
  }

  @Test func keywordsBesideAReferenceAreMerged() throws {
    let tree = try rendition(
      """
      {"title": "T", "$defs": {"word": {"title": "Word", "description": "far", "type": "string", "x-hint": "a word",
        "pattern": "^[a-z]+$"}},
       "properties": {"a": {"description": "near", "$ref": "#/$defs/word", "x-ref": ["team"]},
         "b": {"$ref": "#/$defs/word"}, "c": {"pattern": "^b", "$ref": "#/$defs/word"}}}
      """)
    let word =
      #""type":"string","patternErrorMessage":"Expected a word.","pattern":"^[a-z]+$"}"#
    #expect(compact(tree, "/properties/a") == #"{"title":"Word","description":"near",\#(word)"#)
    #expect(compact(tree, "/properties/b") == ##"{"$ref":"#/definitions/word"}"##)
    #expect(compact(tree, "/properties/c") == ##"{"pattern":"^b","allOf":[{"$ref":"#/definitions/word"}]}"##)
    #expect(compact(tree, "/definitions/word") == #"{"title":"Word","description":"far",\#(word)"#)
  }

  @Test func keywordsOfLaterEditionsAreTranslated() throws {
    let tree = try rendition(
      """
      {"prefixItems": [{"type": "string"}], "items": false, "dependentRequired": {"a": ["b"]},
       "dependentSchemas": {"c": {"required": ["d"]}}, "unevaluatedProperties": false, "$dynamicRef": "#x",
       "x-list": {"as": "set"}, "format": "id", "properties": {"x-mine": {"format": "date"}}}
      """)
    #expect(compact(tree, "/items") == #"[{"type":"string"}]"#)
    #expect(compact(tree, "/additionalItems") == "false")
    #expect(compact(tree, "/dependencies") == #"{"a":["b"],"c":{"required":["d"]}}"#)
    #expect(compact(tree, "/properties") == #"{"x-mine":{"format":"date"}}"#)
    #expect(tree.root?.count == 5)
  }

  @Test func schemasThatReferToThemselvesEnd() throws {
    let tree = try rendition(
      """
      {"$defs": {"node": {"properties": {"next": {"title": "Next", "$ref": "#/$defs/node"}}}},
       "properties": {"a": {"$ref": "#/$defs/node"}}}
      """)
    #expect(compact(tree, "/properties/a") == ##"{"$ref":"#/definitions/node"}"##)
    #expect(
      compact(tree, "/definitions/node/properties/next")
        == ##"{"title":"Next","allOf":[{"$ref":"#/definitions/node"}]}"##)
  }

  private func rendition(_ text: String) throws -> JSONDocument {
    let schema = JSONDocument.parse(Array(text.utf8))
    return JSONDocument.parse(try #require(EditorSchemas.rendition(of: "own", among: ["own": schema])))
  }

  private func compact(_ document: JSONDocument, _ pointer: String) -> String? {
    document.value(at: pointer).map { String(decoding: JSONTree($0).compactText, as: UTF8.self) }
  }

  private func forEachObject(_ value: JSONValue, _ body: (JSONValue) -> Void) {
    if value.kind == .object { body(value) }
    for member in value.members where member.name != "examples" && member.name != "defaultSnippets" {
      forEachObject(member.value, body)
    }
    for item in value.items { forEachObject(item, body) }
  }
}

/// Both editions of every schema, ready to judge.
private struct Judges {
  private var schemas: [String: [CompiledSchema]] = [:]

  init() throws {
    var options = SchemaOptions()
    options.assertsFormats = true
    for file in EditorSchemas.files {
      let uri = "https://prodops.test/\(file.name)"
      var set = SchemaSet()
      set.add(JSONDocument.parse(file.bytes), at: uri)
      let (rendition, problems) = set.compile(uri, options: options)
      #expect(problems.isEmpty, "\(file.name): \(problems)")
      let original = SchemaCatalog.set.compile(SchemaCatalog.uri(of: file.kind), options: options).schema
      schemas[file.kind] = [try #require(original), try #require(rendition)]
    }
  }

  /// Whether a document is valid by the schema, and by its rendition.
  func verdicts(on document: JSONDocument, _ kind: String) throws -> [Bool] {
    try #require(schemas[kind]).map { schema in
      var outcome = SchemaOutcome()
      SchemaValidator().validate(document, by: schema, into: &outcome)
      return outcome.isValid
    }
  }
}
