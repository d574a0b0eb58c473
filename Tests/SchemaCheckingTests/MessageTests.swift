import JSONSyntax
import SchemaChecking
import Testing

@Suite("Findings for people")
struct MessageTests {
  static let schema = SchemaSet.compiling(
    #"""
    {"type": "object", "required": ["kind", "id", "status", "tier"], "additionalProperties": false,
     "properties": {
       "kind": {"const": "metric"}, "id": {"type": "string", "pattern": "^[a-z-]+$", "x-hint": "lower-case letters"},
       "status": {"enum": ["proposed", "active", "retired"]}, "tier": {"type": "integer", "minimum": 1, "maximum": 3},
       "tags": {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": true},
       "when": {"oneOf": [{"title": "a day", "type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\d$"},
                          {"title": "a quarter", "type": "string", "pattern": "^\\d{4}-Q\\d$"}]},
       "effort": {"anyOf": [{"type": "number", "minimum": 0},
                            {"type": "object", "required": ["low", "high"], "properties": {"low": {"type": "number"}}}]}
     }}
    """#)

  private func words(_ text: String) throws -> [String] {
    let schema = try #require(Self.schema)
    var outcome = SchemaOutcome()
    SchemaValidator().validate(JSONDocument.parse(Array(text.utf8)), by: schema, into: &outcome)
    return outcome.findings.map { finding in
      let words = finding.words
      return
        "\(words.rule) @\(text.utf8.count >= finding.span.upperBound ? String(decoding: Array(text.utf8)[finding.span], as: UTF8.self) : "?"): \(words.message). \(words.help)"
    }
  }

  @Test("seven faults are seven findings, each at its place")
  func sevenFaults() throws {
    let found = try words(
      #"{"kind": "metric", "id": "Bad", "status": "activ", "teir": 2, "tags": ["a", "a", ""], "when": 2026, "effort": {"low": "2", "high": 3}}"#
    )
    #expect(
      found == [
        #"schema/malformed-text @"Bad": 'id' is not lower-case letters. Write it as lower-case letters"#,
        #"schema/unknown-value @"activ": 'status' cannot be "activ"; it is one of "proposed", "active" or "retired". Did you mean "active"?"#,
        #"schema/unknown-property @"teir": 'teir' is not a property that is known here. Rename it to "tier", which is missing"#,
        #"schema/duplicate-item @"a": 'tags' has one item twice. Remove one of them"#,
        #"schema/too-short @"": An item of 'tags' is empty. Write something, or remove it"#,
        #"schema/wrong-type @2026: 'when' has to be a text in quotes, but it is a number. Put quotes around it: "2026""#,
        #"schema/wrong-type @"2": 'low' has to be a number, but it is a text in quotes. Remove the quotes: 2"#,
      ])
  }

  @Test("what is missing stands at the opening brace")
  func missing() throws {
    #expect(
      try words(#"{"kind": "metric", "id": "a", "tier": 9}"#) == [
        #"schema/missing-property @{: 'status' is missing. Add "status""#,
        "schema/out-of-range @9: 'tier' has to be at most 3. ",
      ])
  }

  @Test("alternatives that are all missed are named")
  func alternatives() throws {
    #expect(
      try words(#"{"kind": "metric", "id": "a", "status": "active", "tier": 1, "when": "soon"}"#) == [
        #"schema/no-alternative @"soon": 'when' is none of what may stand here: a day or a quarter. Write it as one of these"#
      ])
  }

  @Test("a misspelt kind is one finding with the right one, and the branches are left alone")
  func discriminator() throws {
    let schema = try #require(
      SchemaSet.compiling(
        #"""
        {"oneOf": [
          {"required": ["unit"], "properties": {"kind": {"const": "metric"}, "unit": {"enum": ["percent", "count"]}}},
          {"required": ["team"], "properties": {"kind": {"const": "initiative"}, "team": {"type": "string"}}}]}
        """#))
    var outcome = SchemaOutcome()
    func check(_ text: String) -> [SchemaFault] {
      SchemaValidator().validate(JSONDocument.parse(Array(text.utf8)), by: schema, into: &outcome)
      return outcome.findings.map(\.fault)
    }
    #expect(
      check(#"{"kind": "metrc"}"#) == [
        .notAllowedValue(allowed: [#""metric""#, #""initiative""#], candidates: ["metric"])
      ])
    #expect(
      check(#"{"kind": "metric", "unit": "percnt"}"#) == [
        .notAllowedValue(allowed: [#""percent""#, #""count""#], candidates: ["percent"])
      ])
  }
}
