import CivilDates
import Diagnostics
import Foundation
import JSONSyntax
import Linting
import TestSupport
import Testing
import Workspaces

/// The same numbers on every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Damaged definitions: nothing crashes, and what is said of them has its place in them.
@Suite struct FuzzTests {
  /// One definition of the example of every kind and some more.
  static let definitions: [[UInt8]] = {
    let root = OutputSchemaTests.root + "/example-repo"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".json") && $0.contains("/") }.sorted()
    return stride(from: 0, to: files.count, by: 9).compactMap {
      try? contents(ofFile: root + "/" + files[$0])
    }
  }()

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "//", "/*", "<<<<<<< a\n", "null", "1e999",
      "-", "0",
      "\u{FEFF}", "\u{202E}", "\r", "\n", "\t", "\u{0}", "99999999999999999999", "2026-02-30", "💥",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x80]]

  static func damaged(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &numbers)
      let end = min(bytes.count, start + Int.random(in: 1...12, using: &numbers))
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.removeSubrange(start..<end)
      case 2:
        bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
      case 3: bytes.removeSubrange(start...)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: start)
      }
    }
    return bytes
  }

  @Test func theParserTakesAnything() {
    var numbers = SeededNumbers(state: 1)
    for definition in Self.definitions {
      for round in 0..<40 {
        let bytes = Self.damaged(definition, &numbers)
        let dialect: JSONDialect = round % 4 == 0 ? .withComments : .strict
        let document = JSONDocument.parse(bytes, dialect: dialect)
        for fault in document.faults { #expect(fault.span.start >= 0 && fault.span.end <= bytes.count) }
        for node in document.nodes { #expect(node.start <= node.end && Int(node.end) <= bytes.count) }
        let formatted = document.formatted()
        #expect((formatted != nil) == document.isComplete)
        guard let formatted else { continue }
        let again = JSONDocument.parse(formatted, dialect: dialect)
        #expect(again.isComplete)
        #expect(again.formatted() == formatted, "formatting twice is formatting once")
      }
    }
  }

  @Test func theLinterTakesAnything() async {
    var numbers = SeededNumbers(state: 2)
    let reader = SourceReader(library: .builtIn)
    let sound = Self.definitions.enumerated().map { index, bytes in
      Snapshot.File(
        path: RepositoryPath("sound/\(index).json"), source: reader.read(bytes, name: Array("a.json".utf8)))
    }
    for definition in Self.definitions {
      for round in 0..<8 {
        let bytes = round % 2 == 0 ? Self.damaged(definition, &numbers) : Self.confused(definition, &numbers)
        let file = Snapshot.File(
          path: "damaged.json", source: reader.read(bytes, name: Array("damaged.json".utf8)))
        let snapshot = Snapshot(files: sound + [file], configuration: Configuration(), library: .builtIn)
        let result = await Linter.run(snapshot, asOf: Day(year: 2026, month: 1, day: 15) ?? .first)
        for finding in result.findings where finding.place.path == "damaged.json" {
          let place = finding.place
          #expect(
            place.span.start >= 0 && place.span.start <= place.span.end && place.span.end <= bytes.count)
          #expect(place.start.line >= 1 && place.start.column >= 1)
          #expect((place.start.line, place.start.column) <= (place.end.line, place.end.column))
          #expect(!finding.message.isEmpty)
        }
      }
    }
  }

  /// The definition with one value in the place of another, or without a member.
  static func confused(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    let document = JSONDocument.parse(bytes)
    let values = document.nodes.indices.dropFirst().filter { document.nodes[$0].kind != .key }
    guard let target = values.randomElement(using: &numbers),
      let source = values.randomElement(using: &numbers)
    else {
      return bytes
    }
    let place = JSONValue(document: document, index: target).span
    let others = [
      "null", "true", "[]", "{}", "0", "-1", "1e400", "\"\"", "\"a:b/c\"", "[[[]]]", "{\"id\": 1}",
    ]
    let value =
      Bool.random(using: &numbers)
      ? Array(JSONValue(document: document, index: source).text)
      : Array((others.randomElement(using: &numbers) ?? "").utf8)
    return Array(bytes[..<place.start]) + value + Array(bytes[place.end...])
  }

  /// Swift normalises texts to hash and compare them, which takes minutes where marks are many.
  @Test(.timeLimit(.minutes(1))) func floodsOfMarksAreNotNormalised() async {
    let flood = Array(("\"a" + String(repeating: "\u{301}\u{316}", count: 100_000) + "\"").utf8)
    let reader = SourceReader(library: .builtIn)
    var numbers = SeededNumbers(state: 3)
    for definition in Self.definitions.prefix(30) {
      let document = JSONDocument.parse(definition)
      let texts = document.nodes.indices.filter {
        document.nodes[$0].kind == .string || document.nodes[$0].kind == .key
      }
      guard let target = texts.randomElement(using: &numbers) else { continue }
      let place = JSONValue(document: document, index: target).span
      let bytes = Array(definition[..<place.start]) + flood + Array(definition[place.end...])
      let files = ["a", "b"].map { name in
        Snapshot.File(
          path: RepositoryPath(name + ".json"), source: reader.read(bytes, name: Array("a.json".utf8)))
      }
      let snapshot = Snapshot(files: files, configuration: Configuration(), library: .builtIn)
      let result = await Linter.run(snapshot, asOf: Day(year: 2026, month: 1, day: 15) ?? .first)
      #expect(!result.findings.isEmpty)
    }
  }
}
