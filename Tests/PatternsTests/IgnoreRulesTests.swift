import Foundation
import Patterns
import Testing

@Suite("Ignore files")
struct IgnoreRulesTests {
  @Test("the last matching line decides, and deeper files come later")
  func order() {
    var rules = IgnoreRules()
    rules.append(contentsOf: "*.log\r\n!keep.log\n# comment\nspaced \\ \n\\#hash\n/top\n".utf8, base: "".utf8)
    rules.append(contentsOf: "keep.log\nx/y\n".utf8, base: "sub".utf8)
    #expect(rules.ignores("a/b.log".utf8, isDirectory: false))
    #expect(!rules.ignores("keep.log".utf8, isDirectory: false))
    #expect(rules.ignores("sub/a/keep.log".utf8, isDirectory: false))
    #expect(rules.ignores("sub/x/y".utf8, isDirectory: false))
    #expect(!rules.ignores("subx/x/y".utf8, isDirectory: false))
    #expect(rules.ignores("spaced  ".utf8, isDirectory: false))
    #expect(rules.ignores("#hash".utf8, isDirectory: false))
    #expect(rules.ignores("top".utf8, isDirectory: false))
    #expect(!rules.ignores("a/top".utf8, isDirectory: false))
  }

  /// Random ignore files, put to git and to us.
  @Test("git itself agrees on generated rules and names", .enabled(if: GitOracle.isAvailable))
  func agreesWithGit() throws {
    var random = SplitMix(state: 7)
    let oracle = try GitOracle()
    defer { oracle.remove() }
    var compared = 0
    for _ in 0..<40 {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.line(&random) }
      let paths = Set((0..<120).map { _ in Self.path(&random) }).sorted()
      let text = lines.joined(separator: "\n") + "\n"
      let expected = try oracle.ignored(paths, by: text)
      var rules = IgnoreRules()
      rules.append(contentsOf: text.utf8, base: "".utf8)
      for path in paths {
        #expect(rules.prunes(path) == expected.contains(path), "\(path) under \(lines)")
        compared += 1
      }
    }
    #expect(compared > 1_000)
  }

  private static func pick(_ parts: [String], _ random: inout SplitMix) -> String {
    parts[Int.random(in: parts.indices, using: &random)]
  }

  private static func line(_ random: inout SplitMix) -> String {
    let parts = [
      "a", "b", "*", "**", "?", "[ab]", "[!a]", "/", "/", "ab", "\\a", "\\*", "[a-c]", "***", "[]b]",
      "[[:alpha:]]", "[", " ",
    ]
    let count = Int.random(in: 1...6, using: &random)
    let body = (0..<count).map { _ in pick(parts, &random) }.joined()
    return pick(["", "", "", "!", "/"], &random) + body + pick(["", "", "/", " "], &random)
  }

  private static func path(_ random: inout SplitMix) -> String {
    let count = Int.random(in: 1...4, using: &random)
    let names = ["a", "b", "ab", "c", "*", "ba", "abc", "aa", "a b"]
    return (0..<count).map { _ in pick(names, &random) }.joined(separator: "/")
  }
}

extension IgnoreRules {
  /// Whether a walker that prunes ignored folders would not reach a file.
  fileprivate func prunes(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    for count in 1...parts.count {
      let prefix = parts.prefix(count).joined(separator: "/")
      if ignores(prefix.utf8, isDirectory: count < parts.count) { return true }
    }
    return false
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A scratch repository that asks `git check-ignore`.
private struct GitOracle {
  let folder: URL

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/git") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ignore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try run(["init", "-q"], input: "")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func ignored(_ paths: [String], by rules: String) throws -> Set<String> {
    try Data(rules.utf8).write(to: folder.appending(path: ".gitignore"))
    let output = try run(
      ["check-ignore", "--no-index", "-z", "--stdin"], input: paths.map { $0 + "\0" }.joined())
    return Set(output.split(separator: "\0").map(String.init))
  }

  private func run(_ arguments: [String], input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "GIT_CONFIG_NOSYSTEM": "1", "HOME": folder.path(), "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    let (given, taken) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = taken
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = taken.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
