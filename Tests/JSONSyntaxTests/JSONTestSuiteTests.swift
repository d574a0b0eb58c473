import JSONSyntax
import TestSupport
import Testing

/// The JSON parsing test suite: `y_` must parse, `n_` must not, `i_` may do either but never crash.
@Suite(.needsConformance) struct JSONTestSuiteTests {
  static let files = Conformance.files(in: "json-parsing/test_parsing")

  @Test func everyFileIsJudgedAsItsNameSays() throws {
    try #require(Self.files.count > 300)
    var duplicates: [String] = []
    for file in Self.files {
      let name = String(file.split(separator: "/").last ?? "")
      var limits = JSONLimits()
      limits.depth = 64
      let document = JSONDocument.parse(try contents(ofFile: file), limits: limits)
      if name.hasPrefix("y_") {
        #expect(document.isComplete, "\(name): \(document.faults)")
        if !document.faults.isEmpty { duplicates.append(name) }
        #expect(document.formatted() != nil, "\(name)")
      } else if name.hasPrefix("n_") {
        #expect(!document.isComplete, "\(name)")
        #expect(document.formatted() == nil, "\(name)")
      }
    }
    #expect(duplicates == ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
  }

  @Test func formattingKeepsEveryValueAndIsIdempotent() throws {
    for file in Self.files {
      let document = JSONDocument.parse(try contents(ofFile: file))
      guard let formatted = document.formatted() else { continue }
      let again = JSONDocument.parse(formatted)
      #expect(again.isComplete, "\(file)")
      #expect(again.formatted() == formatted, "\(file)")
      #expect(again.nodes.count == document.nodes.count, "\(file)")
      #expect(
        zip(again.nodes, document.nodes).allSatisfy {
          $0.kind == $1.kind && ($0.kind != .string || $0.payload == $1.payload)
        },
        "\(file)")
    }
  }
}
