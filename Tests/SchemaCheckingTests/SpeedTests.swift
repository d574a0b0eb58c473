import Foundation
import JSONSyntax
import SchemaChecking
import TestSupport
import Testing

/// How fast checking is, told for those who ask: `PRODOPS_SPEED=folder swift test -c release --filter SpeedTests`.
@Suite("Speed")
struct SpeedTests {
  static let folder = ProcessInfo.processInfo.environment["PRODOPS_SPEED"]

  @Test(
    "ten thousand definitions",
    .enabled(if: SpeedTests.folder != nil, "PRODOPS_SPEED names no folder with definitions"))
  func definitions() throws {
    let schemas = URL(filePath: #filePath).appending(path: "../../../schemas").standardizedFileURL.path()
    var set = SchemaSet()
    var kinds: [String] = []
    let clock = ContinuousClock()
    for name in try FileManager.default.contentsOfDirectory(atPath: schemas).sorted() {
      let document = JSONDocument.parse(try contents(ofFile: "\(schemas)/\(name)"))
      set.add(document, at: document.root?["$id"]?.string ?? name)
      kinds.append(String(name.prefix { $0 != "." }))
    }
    var options = SchemaOptions()
    options.annotations = ["x-ref", "x-person", "x-when", "x-list", "x-money", "x-effort", "x-promise"]
    var compiled: [String: CompiledSchema] = [:]
    let compiling = clock.measure {
      for kind in kinds {
        compiled[kind] =
          set.compile("https://prodops.example/v1/\(kind).schema.json", options: options).schema
      }
    }
    let shaping = clock.measure { for schema in compiled.values { _ = schema.shape } }
    let documents = try Self.documents()
    let work = documents.compactMap { document in
      compiled[document.root?["kind"]?.string ?? ""].map { (document, $0) }
    }
    try #require(!work.isEmpty)
    let validator = SchemaValidator()
    var outcome = SchemaOutcome()
    var faulty = 0
    var hits = 0
    var best = Duration.seconds(1_000)
    for _ in 0..<5 {
      let taken = clock.measure {
        for round in 0..<10_000 {
          let (document, schema) = work[round % work.count]
          if !validator.validate(document, by: schema, into: &outcome) { faulty += 1 }
          hits += outcome.hits.count
        }
      }
      best = min(best, taken)
    }
    let bytes = work.reduce(0) { $0 + $1.0.bytes.count } / work.count
    print(
      """
      \(compiled.count) schemas compiled in \(compiling), shapes in \(shaping)
      10,000 definitions of \(bytes) bytes: \(best); \(faulty / 5) faulty, \(hits / 50_000) hits each
      """)
  }

  private static func documents() throws -> [JSONDocument] {
    let folder = folder ?? ""
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.sorted().filter { $0.hasSuffix(".json") }.map {
      JSONDocument.parse(try contents(ofFile: "\(folder)/\($0)"))
    }
  }
}
