import Foundation
import TestSupport
import Testing

/// The table of exit codes, and what goes where.
@Suite struct ExitCodeTests {
  static let clean = ["growth.json": Sample.growth, "checkout.json": Sample.initiative("checkout")]
  static let faulty = ["checkout.json": Sample.initiative("checkout")]

  private func folder(_ files: [String: String]) throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(name, text) }
    return scratch
  }

  @Test func nothingToObjectTo() throws {
    let run = try folder(Self.clean).run("lint", "--as-of", "2026-01-15")
    #expect(run.status == 0, "\(run.summary)\(run.text)")
    #expect(run.text.hasSuffix("in 2 definitions\n"))
    #expect(run.errors.isEmpty)
  }

  @Test func findings() throws {
    let run = try folder(Self.faulty).run("lint")
    #expect(run.status == 1, "\(run.summary)")
    #expect(run.text.contains("[reference/unresolved]"))
    #expect(run.errors.isEmpty)
  }

  @Test func failOnDecides() throws {
    let scratch = try folder(Self.clean.merging(["x.json": #"{"kinds": "team", "id": "x"}"#]) { $1 })
    try scratch.write("bom.json", [0xEF, 0xBB, 0xBF] + Array(Sample.initiative("bom").utf8))
    #expect(try scratch.run("lint").status == 0)
    #expect(try scratch.run("lint", "--fail-on", "warning").status == 1)
    #expect(try scratch.run("lint", "--fail-on", "info").status == 1)
  }

  @Test(arguments: [
    ["lintt"], ["lint", "--frmat", "json"], ["lint", "--format", "yaml"], ["lint", "--as-of", "2026-02-30"],
    ["lint", "--fail-on", "never"], ["lint", "--timeout", "-1"], ["lint", "a", "b"], ["--no-such-option"],
    ["explain", "no/such-rule"], ["show"], ["lint", "--rev"],
  ]) func wrongUsage(_ arguments: [String]) throws {
    let run = try folder(Self.clean).run(arguments)
    #expect(run.status == 2, "\(run.summary)")
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func misspeltCommandsAreGuessed() throws {
    let run = try folder([:]).run("lintt")
    #expect(run.errorText.contains("did you mean 'lint'?"))
  }

  @Test(arguments: ["--help", "--version", "version", "lint --help"]) func askedForHelp(_ arguments: String)
    throws
  {
    let run = try Tool.run(arguments.split(separator: " ").map(String.init), in: "/")
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    #"{"lintt": {}}"#, #"{"roots": ["../../"]}"#, "{", "", "[]", "null", "3", #""text""#, "[{}]",
  ]) func wrongConfiguration(
    _ text: String
  )
    throws
  {
    let run = try folder(Self.clean.merging(["prodops.json": text]) { $1 }).run("lint", "--format", "json")
    #expect(run.status == 2, "\(run.summary)")
    #expect(Findings(run.output)?.errors.first?.path == "prodops.json")
  }

  @Test(arguments: ["[]", "{", "null"]) func aConfigurationThatIsNoneIsToldOnce(_ text: String) throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", Self.clean.merging(["prodops.json": text]) { $1 })
    let lint = try Tool.run(["lint", "--format", "json"], in: repository.path)
    #expect(Findings(lint.output)?.items.count == 1 && lint.errors.isEmpty, "\(lint.text)")
    #expect(text == "{" || lint.text.contains("the configuration is one object in braces"))
    for arguments in [
      ["list"], ["show", "team:growth"], ["diff"], ["report", "--from", "2020-01-01"],
      ["forecast", "--from-history"],
      ["new", "team", "more"],
    ] {
      let run = try Tool.run(arguments, in: repository.path)
      #expect(run.status == 0, "\(run.summary)")
      #expect(run.errorText.contains("prodops.json cannot be read"), "\(run.summary)")
    }
  }

  /// A configuration that is there and cannot be read is not taken for none.
  @Test func configurationBeyondTheLimit() throws {
    let text = #"{"version": 1, "title": "\#(String(repeating: "x", count: 1 << 20))"}"#
    let scratch = try folder(Self.clean.merging(["prodops.json": text]) { $1 })
    let run = try scratch.run("lint", "--format", "json")
    #expect(run.status == 2, "\(run.summary)")
    #expect(Findings(run.output)?.errors.map(\.rule) == ["file/size"])
    let repository = try ScratchRepository()
    try repository.commit("Start", Self.clean.merging(["prodops.json": text]) { $1 })
    let revision = try Tool.run(["lint", "--rev", "HEAD", "--format", "json"], in: repository.path)
    #expect(revision.status == 2, "\(revision.summary)")
    #expect(Findings(revision.output)?.errors.map(\.rule) == ["file/size"])
  }

  @Test(arguments: [
    ["lint", "no-such-folder"], ["lint", "--rev", "HEAD"], ["diff"], ["report", "--from", "HEAD"],
    ["forecast", "--from-history"],
  ])
  func couldNotWork(_ arguments: [String]) throws {
    let run = try folder(Self.clean).run(arguments)
    #expect(run.status == 3, "\(run.summary)")
    #expect(run.output.isEmpty)
    #expect(run.errorText.hasPrefix("prodops: "))
  }

  @Test func unknownRevisionsAreWrongUsage() throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", Self.clean)
    for revision in ["nowhere", "HEAD~99", "@{", "--upload-pack=x", "HEAD..HEAD", ""] {
      let run = try Tool.run(["lint", "--rev=" + revision], in: repository.path)
      #expect(run.status == 2, "\(run.summary)")
      #expect(!run.errors.isEmpty)
    }
  }

  // MARK: Where the output goes

  @Test func fullDisk() throws {
    let run = try folder(Self.clean).run(["lint"], output: .file("/dev/full"))
    #expect(run.status == 3)
    #expect(run.errorText.contains("could not be written"))
  }

  @Test func closedOutput() throws {
    let run = try folder(Self.clean).run(["lint"], output: .closed)
    #expect(run.status == 3)
    let silent = try folder(Self.clean).run(["lint"], output: .closed, errors: .closed)
    #expect(silent.status == 3)
  }

  @Test func brokenPipe() throws {
    let scratch = try folder(Self.faulty)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "(sleep 0.3; '\(Tool.path)' lint 2> errors; echo $? > status) | true"]
    shell.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    try shell.run()
    shell.waitUntilExit()
    let status = String(decoding: try scratch.read("status"), as: UTF8.self)
    #expect(["141\n", "3\n"].contains(status), "\(status)")
    #expect(try scratch.read("errors").isEmpty)
  }

  // MARK: Colours and widths

  @Test(
    arguments: [
      ([:], [], false), (["FORCE_COLOR": "1"], [], true), (["CLICOLOR_FORCE": "1"], [], true),
      (["FORCE_COLOR": "1", "NO_COLOR": "1"], [], false), (["FORCE_COLOR": "0"], [], false),
      (["NO_COLOR": ""], ["--color", "always"], true), (["NO_COLOR": "1"], ["--color", "always"], true),
      (["FORCE_COLOR": "1"], ["--color", "never"], false),
    ] as [([String: String], [String], Bool)]) func colours(_ item: ([String: String], [String], Bool)) throws
  {
    let run = try folder(Self.faulty).run(["lint"] + item.1, environment: item.0)
    #expect(run.output.contains(0x1B) == item.2)
    #expect(Oracles.terminal(run.output, allowsColour: true).isEmpty)
  }

  @Test func columns() throws {
    let scratch = try folder([
      "checkout.json": Sample.initiative(
        "checkout", #", "description": "\#(String(repeating: "word ", count: 300))""#)
    ])
    for columns in ["40", "80", "1", "-5", "x", "99999999999999999999", ""] {
      let run = try scratch.run("lint", environment: ["COLUMNS": columns])
      #expect(run.status == 1, "\(run.summary)")
      let frames = run.text.split(separator: "\n").filter { $0.contains(" | ") }
      #expect(!frames.isEmpty)
      #expect(
        frames.allSatisfy { $0.unicodeScalars.count <= max(Int(columns).map { min($0, 1_000) } ?? 100, 100) })
    }
  }

  // MARK: The surroundings

  @Test func surroundingsChangeNothing() throws {
    let scratch = try folder(Self.faulty)
    let plain = try scratch.run("lint", "--as-of", "2026-01-15")
    let surroundings: [[String: String]] = [
      ["LC_ALL": "C"], ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], ["TZ": "Pacific/Kiritimati"],
      ["TZ": "America/Los_Angeles"], ["HOME": "/nonexistent"], ["TERM": "dumb"], ["CI": "true"],
    ]
    for environment in surroundings {
      let run = try scratch.run("lint", "--as-of", "2026-01-15", environment: environment)
      #expect(run.output == plain.output && run.status == plain.status, "\(environment)")
    }
  }

  @Test func theOrderOfCreationChangesNothing() throws {
    let names = (0..<40).map { "f\($0 * 7 % 40)/\($0).json" }
    let outputs = try [names, names.reversed(), names.sorted()].map { order in
      let scratch = try Scratch()
      for name in order {
        try scratch.write(name, Sample.initiative("i\(name.utf8.count)", #", "statsu": 1"#))
      }
      return try scratch.run("lint", "--format", "json", "--as-of", "2026-01-15").output
    }
    #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
  }

  @Test func foldersThatCannotBeWritten() throws {
    let scratch = try folder(Self.clean)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.path)
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(try scratch.run("lint").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == before)
  }

  @Test func whatIsNoFileIsTold() throws {
    let scratch = try folder(Self.clean)
    #expect(mkfifo(scratch.path + "/pipe.json", 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link.json", withDestinationPath: "/etc/passwd")
    let run = try scratch.run("lint", "--format", "json")
    #expect(run.status == 1)
    #expect(Findings(run.output)?.errors.map(\.path) == ["link.json", "pipe.json"], "\(run.text)")
  }

  @Test(.needsConformance) func timeoutEndsTheRun() throws {
    let bomb = try #require(HostileSet.cases.first { $0.name == "repos/tree-bomb" })
    guard HostileFolder.canMaterialize else { return }
    let folder = try HostileFolder(bomb)
    let run = try folder.lint("json", "--timeout", "1")
    #expect(run.status == 3 || run.seconds < 1, "\(run.summary)")
    #expect(run.seconds < 5)
    if run.status == 3 { #expect(run.errorText.contains("--timeout")) }
  }
}
