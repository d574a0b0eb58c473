import Foundation
import JSONSyntax
import Testing

/// What the pages show is what happens.
@Suite struct PageTests {
  private static let rewrites = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  /// Runs a page's ```console blocks and applies its ```diff blocks, in order, in the example's repository.
  ///
  /// With `UPDATE_GOLDENS=1`, outputs that stand on the page as a whole are written anew.
  @Test(arguments: Page.names) func itsCommandsPrintWhatItSays(_ name: String) throws {
    var page = try Page(name)
    let blocks = page.blocks.filter { ["console", "diff"].contains($0.language) }
    guard blocks.contains(where: { $0.language == "console" }) else { return }
    let shell = try ExampleShell()
    var rewritten: [(Range<Int>, [String])] = []
    for block in blocks {
      guard block.language == "console" else {
        try shell.apply(Array(page.lines[block.range]))
        continue
      }
      for step in ConsoleStep.steps(page, block) {
        let expected = Array(page.lines[step.range])
        let output = try shell.run(step.command)
        if ConsoleStep.matches(output, expected) { continue }
        if Self.rewrites, !expected.contains("…") {
          rewritten.append((step.range, output))
        } else {
          Issue.record(
            """
            \(name):\(step.range.lowerBound): $ \(step.command)
            \(ConsoleStep.difference(expected, output))
            """)
        }
      }
    }
    guard !rewritten.isEmpty else { return }
    for (range, output) in rewritten.reversed() { page.lines.replaceSubrange(range, with: output) }
    try page.write()
    Issue.record("\(name) is written anew: read it, and commit it")
  }

  /// No example escapes being run, and commands named in passing exist.
  @Test(arguments: Page.names) func itShowsNoOtherCommands(_ name: String) throws {
    let page = try Page(name)
    for block in page.blocks where ["sh", "shell", "bash", "text", ""].contains(block.language) {
      for line in page.lines[block.range] {
        let isExample = line.hasPrefix("prodops ") || line.hasPrefix("$ ")
        #expect(!isExample || name == "docs/cli.md", "\(name): examples stand in ```console blocks: \(line)")
      }
    }
    for line in page.prose {
      for match in line.matches(of: /`prodops ([a-z]+)/) {
        #expect(Tool.has(String(match.1)), "\(name): no command is named '\(match.1)'")
      }
    }
  }

  /// Links inside the project lead somewhere.
  @Test(arguments: Page.names) func itsLinksLeadSomewhere(_ name: String) throws {
    let folder = Page.root.appendingPathComponent(name).deletingLastPathComponent()
    for line in try Page(name).prose {
      for match in line.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) where !match.1.contains(":") {
        let path = folder.appendingPathComponent(String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(name): nothing is at \(match.1)")
      }
    }
  }

  /// JSON on a page is JSON; a definition is one of the example's, as it is.
  @Test(arguments: Page.names) func itsJSONIsJSON(_ name: String) throws {
    let page = try Page(name)
    for block in page.blocks where block.language == "json" {
      let text = page.lines[block.range].joined(separator: "\n") + "\n"
      let document = JSONDocument.parse(Array(text.utf8))
      #expect(document.faults.isEmpty, "\(name):\(block.range.lowerBound)")
      guard let root = document.root, let kind = root["kind"]?.string, let id = root["id"]?.string else {
        continue
      }
      let file = "\(ExampleRepository.path)/\(kind)s/\(id).json"
      #expect(
        try String(contentsOfFile: file, encoding: .utf8) == text, "\(name) shows another \(kind):\(id)")
    }
  }

  /// The README's table of exit codes is what runs end with.
  @Test func exitCodesAreThoseOfTheTable() throws {
    let rows = try Page("README.md").prose.compactMap { $0.firstMatch(of: /^\| (\d) \| \S/)?.1 }
    #expect(rows == ["0", "1", "2", "3"])
    let scratch = try Scratch()
    try scratch.write("teams/growth.json", Sample.growth)
    #expect(try scratch.run("lint", "--as-of", "2026-01-15").status == 0)
    try scratch.write("initiatives/checkout.json", Sample.initiative("checkout", #", "plan": "none""#))
    #expect(try scratch.run("lint", "--as-of", "2026-01-15").status == 1)
    #expect(try scratch.run("lint", "--as-of", "never").status == 2)
    #expect(try scratch.run("report", "--from", "2026-01-01").status == 3)
  }

  /// `docs/cli.md` holds the help of every command.
  @Test func thePageOfCommandsIsTheirHelp() throws {
    func help(_ arguments: [String]) throws -> String {
      let lines = try Tool.run(arguments + ["--help"], in: "/", environment: ["COLUMNS": "100"]).text
        .components(separatedBy: "\n")
      let text = lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
      return text.replacing("OVERVIEW: ", with: "", maxReplacements: 1).trimmingCharacters(in: .newlines)
    }
    let overview = try help([])
    let commands = overview.components(separatedBy: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .compactMap { $0.firstMatch(of: #/^  ([a-z]+)(?: |$)/#).map { String($0.1) } }
    try #require(commands.contains("lint"))
    var text = """
      # Commands

      This page is made from the commands' own help: `UPDATE_GOLDENS=1 swift test --filter PageTests`.

      ```text
      \(overview)
      ```

      """
    for command in commands {
      text += "\n## prodops \(command)\n\n```text\n\(try help([command]))\n```\n"
    }
    let file = Page.root.appendingPathComponent("docs/cli.md")
    let wanted = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if wanted == text { return }
    if Self.rewrites {
      try Data(text.utf8).write(to: file)
      Issue.record("docs/cli.md is written anew: read it, and commit it")
    } else {
      Issue.record(
        """
        docs/cli.md is out of date; UPDATE_GOLDENS=1 writes it anew
        \(ConsoleStep.difference(wanted.components(separatedBy: "\n"), text.components(separatedBy: "\n")))
        """)
    }
  }
}
