import TestSupport
import Testing

@Suite("The official suite of JSON Schema 2020-12", .needsConformance)
struct OfficialSuiteTests {
  static let folder = "json-schema/tests/draft2020-12"

  @Test("every required test")
  func required() throws {
    var run = try SuiteRun()
    for file in Conformance.files(in: Self.folder) where file.hasSuffix(".json") { try run.run(file: file) }
    #expect(run.failures.isEmpty, "\(run.failures.joined(separator: "\n"))")
    #expect(run.count > 1_200)
  }

  @Test("every format, asserted")
  func formats() throws {
    var run = try SuiteRun(assertsFormats: true)
    for file in Conformance.files(in: "\(Self.folder)/optional/format") { try run.run(file: file) }
    #expect(run.failures.isEmpty, "\(run.failures.joined(separator: "\n"))")
    #expect(run.count > 700)
  }

  @Test("every optional test")
  func optional() throws {
    var run = try SuiteRun()
    for file in Conformance.files(in: "\(Self.folder)/optional") where file.hasSuffix(".json") {
      try run.run(file: file)
    }
    #expect(run.failures.isEmpty, "\(run.failures.joined(separator: "\n"))")
    #expect(run.count > 100)
  }
}
