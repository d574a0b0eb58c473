import Foundation
import JSONSyntax
import TestSupport
import Testing

/// The hostile set's texts where they are quoted: as values that are refused, as names, and as what changed.
@Suite(.needsConformance) struct HostileTextTests {
  /// The definitions of the set that can be read, each with an id of its own.
  static let definitions: [(id: String, bytes: [UInt8])] = HostileSet.cases("definition").enumerated()
    .compactMap {
      guard let bytes = try? HostileFolder.bytes($1.path), JSONDocument.parse(bytes).isComplete else {
        return nil
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let id = "case-\($0)"
      return (id, Array(text.replacingOccurrences(of: "\"checkout-redesign\"", with: "\"\(id)\"").utf8))
    }

  /// The texts of the set that its carrier does not have.
  static let texts: [[UInt8]] = {
    let plain = Set(
      definitionTexts(Array((try? JSONSerialization.data(withJSONObject: HostileSet.carrier)) ?? Data())))
    return Array(Set(definitions.flatMap { definitionTexts($0.bytes) }).subtracting(plain))
      .filter { !$0.starts(with: Array("case-".utf8)) }.sorted { $0.lexicographicallyPrecedes($1) }
  }()

  private static func definitionTexts(_ bytes: [UInt8]) -> [[UInt8]] {
    let document = JSONDocument.parse(bytes)
    return document.nodes.indices.filter { [.string, .key].contains(document.nodes[$0].kind) }
      .compactMap { JSONValue(document: document, index: $0).content.map(Array.init) }
  }

  @Test(arguments: ["json", "github", "human", "sarif", "markdown"]) func quotedInFindings(_ format: String)
    throws
  {
    let scratch = try Scratch()
    try scratch.write("growth.json", Sample.growth)
    var name = 0
    for text in Self.texts where text.count < 2_000 {
      name += 1
      let quoted = String(decoding: JSONEscapes.quoted(String(decoding: text, as: UTF8.self)), as: UTF8.self)
      try scratch.write(
        "all/\(name).json",
        #"{"kind": "initiative", "id": \#(quoted), "title": "T", "status": \#(quoted), "team": \#(quoted), \#(quoted): 1}"#
      )
      try scratch.write("all/kind-\(name).json", #"{"kind": \#(quoted), "id": "a"}"#)
      guard !text.contains(0x2F), !text.contains(0), text.count < 200, text.first != 0x2E else { continue }
      try scratch.write(String(decoding: text, as: UTF8.self) + ".json", "{")
    }
    #expect(name > 60)
    let run = try scratch.run("lint", "--format", format, "--as-of", "2026-01-15")
    #expect(run.status == 1, "\(run.summary)")
    let findings = try Findings(scratch.run("lint", "--format", "json", "--as-of", "2026-01-15").output)
    let annotations = findings?.annotations ?? 0
    expectHarmless(run, format, annotations: format == "github" ? annotations : 0)
    if format == "json" { #expect((Findings(run.output)?.errors.count ?? 0) > 3 * name) }
  }

  @Test func toldAsChanges() throws {
    let repository = try ScratchRepository()
    try repository.write("growth.json", Sample.growth)
    for (id, _) in Self.definitions {
      let carrier = try JSONSerialization.data(withJSONObject: HostileSet.carrier)
      let text = String(decoding: carrier, as: UTF8.self).replacingOccurrences(
        of: "checkout-redesign", with: id)
      try repository.write("\(id).json", text)
    }
    try repository.commit("Start")
    for (id, bytes) in Self.definitions {
      try repository.write("\(id).json", String(decoding: bytes, as: UTF8.self))
    }
    try repository.commit("::error::\u{1B}[31m @ana fixes #1 <img src=x> ##[stop-commands]x")
    for format in ["human", "markdown", "json"] {
      let run = try Tool.run(
        ["diff", "HEAD~1..HEAD", "--format", format, "--as-of", "2026-01-15"], in: repository.path)
      #expect(run.status == 0, "\(run.summary)")
      #expect(run.output.count > 1_000)
      expectHarmless(run, format, annotations: 0)
    }
    for format in ["markdown", "json"] {
      let run = try Tool.run(["report", "--from", "HEAD~1", "--format", format], in: repository.path)
      #expect(run.status == 0, "\(run.summary)")
      expectHarmless(run, format, annotations: 0)
    }
    for format in ["human", "json"] {
      for option in ["--from-history", "--calibration", "--backtest"] {
        let run = try Tool.run(["forecast", option, "--format", format], in: repository.path)
        #expect(run.status == 0, "\(run.summary)")
        expectHarmless(run, format, annotations: 0)
      }
      let run = try Tool.run(["list", "--format", format, "--as-of", "2026-01-15"], in: repository.path)
      expectHarmless(run, format, annotations: 0)
      for (id, _) in Self.definitions.prefix(format == "human" ? 40 : 10) {
        let run = try Tool.run(["show", "initiative:\(id)", "--format", format], in: repository.path)
        guard run.status == 0 else { continue }
        expectHarmless(run, format, annotations: 0)
      }
    }
  }

  private func expectHarmless(_ run: Tool.Run, _ format: String, annotations: Int) {
    var faults = Oracles.terminal(run.output) + Oracles.runner(run.output, annotations: annotations)
    if format == "markdown" { faults += Oracles.markdown(run.output) }
    if format == "json" || format == "sarif" {
      for fault in JSONDocument.parse(run.output).faults { faults.append("no JSON: \(fault)") }
    }
    faults += OutputCheck.secrets(in: run.output + run.errors)
    #expect(faults.isEmpty, "\(faults.prefix(6))\n\(run.summary)")
    #expect(Oracles.terminal(run.errors).isEmpty)
  }
}
