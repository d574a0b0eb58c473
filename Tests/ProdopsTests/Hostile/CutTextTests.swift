import Foundation
import TestSupport
import Testing

/// Texts that are cut: strangers' ones without a part of a credential, our own never.
@Suite struct CutTextTests {
  private static let token = "ghp_" + String(repeating: "k9", count: 18)

  /// The outputs of every command about a repository in which a text with a credential comes and changes.
  private func outputs(_ before: String, _ after: String) throws -> [Tool.Run] {
    let repository = try ScratchRepository()
    try repository.commit("One", ["growth.json": Sample.growth, "a.json": before])
    try repository.commit("Two", ["a.json": after])
    var runs = try ["human", "json"].map {
      try Tool.run(["diff", "HEAD~1..HEAD", "--format", $0], in: repository.path)
    }
    runs.append(try Tool.run(["report", "--from", "HEAD~1"], in: repository.path))
    for option in ["--from-history", "--calibration"] {
      runs.append(try Tool.run(["forecast", option], in: repository.path))
    }
    for format in ["human", "json", "github"] {
      runs.append(try Tool.run(["lint", "--format", format], in: repository.path))
    }
    return runs
  }

  @Test(arguments: [30, 68])
  func noOutputShowsPartOfACredential(_ length: Int) throws {
    let text = String(repeating: "w", count: length) + " " + Self.token + " and more"
    let fields = [
      #", "tags": ["\#(text)"], "notes": "\#(text)""#, #", "owner": "\#(text)", "target": "\#(text)""#,
      #", "custom": {"\#(text)": "\#(text)"}, "priority": "\#(text)", "\#(text)": 1"#,
    ]
    for field in fields {
      for run in try outputs(Sample.initiative("a"), Sample.initiative("a", field)) {
        #expect(!run.text.contains(Self.token.prefix(6)), "\(run.summary)\n\(run.text)")
      }
    }
    let plain = Sample.initiative("a")
    for broken in [
      plain.replacing("Initiative a", with: text), plain.replacing("\"idea\"", with: "\"\(text)\""),
      plain.replacing("\"idea\"", with: text.replacing(" ", with: ";")),
      plain.replacing("\"idea\"", with: "'\(text)'"), plain + text.replacing(" ", with: "="),
    ] {
      for run in try outputs(plain, broken) {
        #expect(!run.text.contains(Self.token.prefix(6)), "\(run.summary)\n\(run.text)")
      }
    }
  }

  @Test func whatASchemaSaysOfAFormIsNotCut() throws {
    let scratch = try Scratch()
    try scratch.write("growth.json", Sample.growth)
    try scratch.write("a.json", Sample.initiative("a", #", "target": "soonish", "links": [{"url": "x"}]"#))
    let run = try scratch.run("lint", "--format", "json")
    let finding = Findings(run.output)?.errors.first { $0.rule == "schema/malformed-text" }
    #expect(finding?.message.hasSuffix(#"or a year ("2026")"#) == true, "\(run.text)")
    #expect(finding?.help.hasSuffix(#"or a year ("2026")"#) == true)
    let folder = OutputSchemaTests.root + "/schemas"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = String(decoding: try contents(ofFile: "\(folder)/\(file)"), as: UTF8.self)
      for hint in text.matches(of: /"x-hint": "(.*)"/) { #expect(hint.1.count < 400, "\(file): \(hint.1)") }
    }
  }
}
