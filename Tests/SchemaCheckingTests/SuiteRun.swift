import Foundation
import JSONSyntax
import SchemaChecking
import TestSupport

/// Runs files of the official suite and tells what does not come out as they say.
struct SuiteRun {
  let root = (Conformance.folder ?? "") + "/json-schema"
  var options = SchemaOptions()
  private(set) var count = 0
  private(set) var failures: [String] = []
  private let validator = SchemaValidator()
  private let common: SchemaSet

  init(assertsFormats: Bool = false) throws {
    options.assertsFormats = assertsFormats
    common = try Self.commonSchemas(root)
  }

  /// The schemas that the tests refer to: the remote ones and the metaschemas.
  private static func commonSchemas(_ root: String) throws -> SchemaSet {
    var set = SchemaSet()
    for folder in ["draft2020-12", "draft2019-09", "draft7"] {
      let remotes = "\(root)/remotes/\(folder)"
      let names = FileManager.default.enumerator(atPath: remotes)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where name.hasSuffix(".json") {
        set.add(try document("\(remotes)/\(name)"), at: "http://localhost:1234/\(folder)/\(name)")
      }
    }
    set.add(
      try document("\(root)/metaschemas/metaschema.json"), at: "https://json-schema.org/draft/2020-12/schema")
    for file in Conformance.files(in: "json-schema/metaschemas/vocabularies") {
      let name = file.split(separator: "/").last ?? ""
      set.add(try document(file), at: "https://json-schema.org/draft/2020-12/meta/\(name)")
    }
    return set
  }

  private static func document(_ path: String) throws -> JSONDocument {
    JSONDocument.parse(try contents(ofFile: path))
  }

  mutating func run(file: String) throws {
    let suite = try Self.document(file)
    let name = file.split(separator: "/").last ?? ""
    for group in suite.root?.items ?? JSONItems.none {
      let title = "\(name): \(group["description"]?.string ?? "")"
      guard let schema = group["schema"] else { continue }
      var set = common
      set.add(JSONDocument.parse(Array(schema.text)), at: "https://test.example/schema")
      let (compiled, problems) = set.compile("https://test.example/schema", options: options)
      guard let compiled else {
        failures.append("\(title): \(problems.map(\.kind))")
        continue
      }
      for test in group["tests"]?.items ?? JSONItems.none {
        guard let data = test["data"], let expected = test["valid"]?.bool else { continue }
        count += 1
        var outcome = SchemaOutcome()
        let document = JSONDocument.parse(Array(data.text))
        let isValid = validator.validate(document, by: compiled, into: &outcome)
        if isValid != expected || outcome.isValid != expected {
          failures.append("\(title): \(test["description"]?.string ?? "") should be \(expected)")
        }
        // Words are made for every fault, so that none of them is beyond words.
        for finding in outcome.findings where finding.words.message.isEmpty {
          failures.append("\(title): no words")
        }
        if !expected, outcome.findings.isEmpty { failures.append("\(title): no findings") }
      }
    }
  }
}

extension JSONItems {
  /// No items at all.
  static let none = JSONValue(document: JSONDocument.parse(Array("[]".utf8)), index: 0).items
}
