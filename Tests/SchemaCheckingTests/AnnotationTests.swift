import JSONSyntax
import SchemaChecking
import Testing

@Suite("Annotations and shapes")
struct AnnotationTests {
  static let text = ##"""
    {"title": "Thing", "type": "object", "properties": {
       "team": {"$ref": "#/$defs/id", "title": "Team", "x-ref": ["team"]},
       "after": {"type": "array", "x-list": {"as": "keyed", "key": "on"}, "items": {"anyOf": [
          {"$ref": "#/$defs/id", "x-ref": ["thing"]},
          {"type": "object", "required": ["on"], "properties": {"on": {"$ref": "#/$defs/id", "x-ref": ["thing"]}}}]}},
       "parent": {"$ref": "#"}},
     "$defs": {"id": {"title": "Id", "description": "A short name", "type": "string", "pattern": "^[a-z]+$"}}}
    """##

  @Test("values at annotated schemas are hits, but not those of branches that failed or of faulty texts")
  func hits() throws {
    let schema = try #require(SchemaSet.compiling(Self.text, annotations: ["x-ref"]))
    let document = JSONDocument.parse(
      Array(#"{"team": "a", "after": ["b", {"on": "c"}, {"of": "d"}], "parent": {"team": "E"}}"#.utf8))
    var outcome = SchemaOutcome()
    #expect(!SchemaValidator().validate(document, by: schema, into: &outcome))
    let found = outcome.hits.map { hit in
      let value = JSONValue(document: document, index: Int(hit.node)).string ?? ""
      let kinds =
        schema.annotation("x-ref", ofSubschema: Int(hit.subschema))?.items.compactMap(\.string) ?? []
      return "\(value) \(kinds)"
    }
    #expect(found == [#"a ["team"]"#, #"b ["thing"]"#, #"c ["thing"]"#])
  }

  @Test("shapes follow references and merge alternatives")
  func shapes() throws {
    let schema = try #require(SchemaSet.compiling(Self.text))
    let shape = schema.shape
    #expect(shape.label == "Thing")
    #expect(shape.properties.map(\.name) == ["team", "after", "parent"])
    let team = try #require(shape["team"])
    #expect(team.label == "Team")
    #expect(team.help == "A short name")
    #expect(team.referredKinds == ["team"])
    let after = try #require(shape["after"])
    #expect(after.listKind == .keyed)
    #expect(after.listKey == "on")
    #expect(after.items?["on"]?.referredKinds == ["thing"])
    #expect(shape["parent"]?["parent"]?["team"]?.label == "Team")
    #expect(shape["nothing"] == nil)
  }
}
