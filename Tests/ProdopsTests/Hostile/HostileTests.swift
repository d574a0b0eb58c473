import Foundation
import JSONSyntax
import TestSupport
import Testing

/// Every hostile input: the right verdict in the time and memory there is, and outputs that do nothing.
@Suite(.needsConformance) struct HostileTests {
  @Test(arguments: HostileSet.cases("definition", "recipe", "set", "config", "schema"))
  func folder(_ item: HostileCase) throws {
    try check(item, HostileFolder(item))
  }

  /// All definitions beside each other, each under the name of its file, in every format.
  @Test(arguments: ["json", "github", "human", "sarif", "markdown"]) func together(_ format: String) throws {
    let scratch = try Scratch()
    try scratch.write("growth.json", Sample.growth)
    for item in HostileSet.cases("definition") {
      try scratch.write(item.file, HostileFolder.bytes(item.path))
    }
    let folder = HostileFolder(scratch)
    try OutputCheck(folder).expectHarmless(folder.lint("json"), formats: [format], twice: true)
  }

  @Test(
    .enabled(if: HostileFolder.canMaterialize, "there is no python3 to build the repositories with"),
    arguments: HostileSet.cases("repo"))
  func repository(_ item: HostileCase) throws {
    let folder = try HostileFolder(item)
    try check(item, folder)
    #expect(!FileManager.default.fileExists(atPath: folder.scratch.path + "/CANARY"), "a program was run")
    guard FileManager.default.fileExists(atPath: folder.scratch.path + "/.git") else { return }
    var tree = folder
    tree.arguments = []
    try check(item, tree)
  }

  @Test(arguments: HostileSet.cases("argv")) func arguments(_ item: HostileCase) throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", ["growth.json": Sample.growth])
    let arguments = try HostileSet.object(item.path)["argv"] as? [String] ?? []
    let run = try Tool.run(arguments, in: repository.path)
    #expect(run.status == 2 || run.status == 3, "\(run.summary)")
    #expect(!run.errors.isEmpty, "a sentence says why")
    #expect(Oracles.terminal(run.errors).isEmpty)
    #expect(run.seconds < 10 * (item.limits?.seconds ?? 2))
  }

  private func check(_ item: HostileCase, _ folder: HostileFolder) throws {
    let run = try folder.lint("json")
    #expect((0...3).contains(run.status), "\(run.summary)")
    let limits = (seconds: item.limits?.seconds ?? 2, megabytes: item.limits?.megabytes ?? 300)
    #expect(run.seconds < 10 * limits.seconds, "\(run.summary)")
    #expect(run.peakMemory < limits.megabytes, "\(run.peakMemory) MiB")
    let verdict = HostileVerdict(run, item, folder)
    if let choice = HostilePolicy.choices[item.name] {
      #expect(verdict.faults(expecting: choice.verdict, warning: choice.warns).isEmpty, "\(verdict.summary)")
      #expect(
        !verdict.faults(expecting: item.expected, warning: item.severity == "warning").isEmpty,
        "the choice is none any more: take it out of the table")
    } else {
      let faults = verdict.faults(expecting: item.expected, warning: item.severity == "warning")
      #expect(faults.isEmpty, "\(item.why)\n\(faults)\n\(verdict.summary)")
    }
    #expect(verdict.disappointments.isEmpty, "\(verdict.disappointments)\n\(verdict.summary)")
    let output = OutputCheck(folder)
    if item.how == "definition" {
      // Their other formats are looked at in one run.
      try output.expectHarmless(run, formats: ["json"])
      try checkFormatting(item, folder)
    } else if run.seconds < 3 {
      // What takes longer is a flood, whose findings are alike in every format.
      try output.expectHarmless(run, formats: ["json", "github", "human", "sarif", "markdown"], twice: true)
    }
  }

  /// `fmt` leaves alone what it cannot read, and changes no value of the rest.
  private func checkFormatting(_ item: HostileCase, _ folder: HostileFolder) throws {
    guard item.oracles.contains("fix") || item.oracles.contains("roundtrip"), let file = folder.file else {
      return
    }
    let before = try folder.scratch.read(file)
    let run = try folder.scratch.run("fmt")
    let after = try folder.scratch.read(file)
    if item.oracles.contains("fix") { #expect(after == before, "\(run.summary)") }
    let (old, new) = (JSONDocument.parse(before), JSONDocument.parse(after))
    #expect(old.isComplete == new.isComplete)
    #expect(old.nodes.map(\.kind) == new.nodes.map(\.kind))
    for index in old.nodes.indices where old.nodes[index].kind == .number {
      #expect(JSONValue(document: old, index: index).text == JSONValue(document: new, index: index).text)
    }
    for index in old.nodes.indices where old.nodes[index].kind == .string {
      let (left, right) = (JSONValue(document: old, index: index), JSONValue(document: new, index: index))
      #expect(left.content.map(Array.init) == right.content.map(Array.init))
    }
  }
}

/// What a run said of a case, held against what was expected.
struct HostileVerdict {
  private let run: Tool.Run
  private let item: HostileCase
  private let folder: HostileFolder
  private let findings: Findings?

  init(_ run: Tool.Run, _ item: HostileCase, _ folder: HostileFolder) {
    self.run = run
    self.item = item
    self.folder = folder
    findings = Findings(run.output)
  }

  /// The errors that count: of a schema and its instance only those that are about the schema, unless one is wanted.
  private var errors: [Findings.Item] {
    let errors = findings?.errors ?? []
    guard item.how == "schema", item.expected == .accept else { return errors }
    return errors.filter { $0.path != "thing.json" || $0.rule.hasPrefix("config/") }
  }

  private var warnings: [Findings.Item] {
    (findings?.warnings ?? []).filter { !HostileSet.carrierWarnings.contains($0.rule) }
  }

  var summary: String {
    let lines = (findings?.items ?? []).prefix(8).map {
      "\($0.path):\($0.line): \($0.severity): \($0.message) [\($0.rule)]"
    }
    return run.summary + "\n" + lines.joined(separator: "\n")
  }

  func faults(expecting verdict: HostileCase.Verdict, warning: Bool) -> [String] {
    switch verdict {
    case .reject:
      if run.status == 2 || run.status == 3 {
        return run.errors.isEmpty && errors.isEmpty ? ["refused without a sentence"] : []
      }
      let named = errors.filter { folder.file == nil || $0.path == folder.file }
      return run.status == 1 && !named.isEmpty ? [] : ["no error names the file"]
    case .accept:
      var faults: [String] = []
      if findings == nil { faults.append("no findings were written") }
      if !errors.isEmpty { faults.append("there are errors") }
      if run.status != 0, item.how != "schema" { faults.append("the status is \(run.status)") }
      if warning, warnings.isEmpty { faults.append("the warning is missing") }
      if !warning, !warnings.isEmpty { faults.append("there are warnings") }
      return faults
    }
  }

  /// What the case wants of the findings beside the verdict.
  var disappointments: [String] {
    guard let expect = item.expect, let findings else { return [] }
    var faults: [String] = []
    let own = findings.errors.filter { folder.file == nil || $0.path == folder.file }
    if let count = expect.diagnostics, own.count != count {
      faults.append("\(own.count) errors, not \(count)")
    }
    if let most = expect.atMost, findings.items.count > most {
      faults.append("\(findings.items.count) findings")
    }
    if let line = expect.line, !own.contains(where: { $0.line == line }) {
      faults.append("no error at line \(line)")
    }
    for name in expect.names ?? [] where !own.contains(where: { $0.message.contains("'\(name)'") }) {
      faults.append("no message names \(name)")
    }
    if let name = HostilePolicy.suggestions[item.name] ?? expect.suggests,
      !own.contains(where: { $0.candidates.contains(name) || $0.help.contains(name) })
    {
      faults.append("nothing suggests \(name)")
    }
    return faults
  }
}

/// Runs the other formats and holds every output against the oracles.
struct OutputCheck {
  private let folder: HostileFolder

  init(_ folder: HostileFolder) { self.folder = folder }

  /// Runs `lint` in each format; `json` is a run in that format, and knows how many findings there are.
  func expectHarmless(_ json: Tool.Run, formats: [String], twice: Bool = false) throws {
    guard let findings = Findings(json.output) else {
      expect(json, annotations: 0)
      #expect(json.status >= 2, "JSON output is JSON: \(json.summary)")
      return
    }
    for format in formats {
      let run = try format == "json" ? json : lint(format)
      expect(run, annotations: format == "github" ? findings.annotations : 0, allowsColour: format == "human")
      if format == "sarif" { #expect(JSONDocument.parse(run.output).faults.isEmpty, "SARIF output is JSON") }
      if format == "markdown" {
        #expect(Oracles.markdown(run.output).isEmpty, "\(Oracles.markdown(run.output))")
      }
      guard twice, format == formats.first else { continue }
      let again = try lint(format)
      #expect(again.output == run.output && again.errors == run.errors, "two runs differ")
    }
  }

  private func lint(_ format: String) throws -> Tool.Run {
    format == "human" ? try folder.lint(format, "--color", "always") : try folder.lint(format)
  }

  private func expect(_ run: Tool.Run, annotations: Int, allowsColour: Bool = false) {
    let faults =
      Oracles.terminal(run.output, allowsColour: allowsColour) + Oracles.terminal(run.errors)
      + Oracles.runner(run.output, annotations: annotations) + Oracles.runner(run.errors, annotations: 0)
    #expect(faults.isEmpty, "\(faults)\n\(run.summary)")
    #expect(Self.secrets(in: run.output + run.errors).isEmpty, "\(run.summary)")
  }

  /// The secrets of the set that an output shows.
  static func secrets(in bytes: [UInt8]) -> [String] {
    ["AKIAIOSFODNN7EXAMPLE", "MIIBOgIBAAJBAK", "hunter2"].filter {
      bytes.firstRange(of: Array($0.utf8)) != nil
    }
    .map { "a secret is shown: \($0)" }
  }
}
