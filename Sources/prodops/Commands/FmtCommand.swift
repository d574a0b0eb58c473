import ArgumentParser
import Diagnostics
import Rendering
import WorkspaceIO

/// `prodops fmt`.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write definitions in canonical form, so that only what they say makes a difference.",
    discussion: """
      The form is that of JSON.stringify with two spaces; numbers, the order of keys, comments in .jsonc and the \
      kind of line ends stay as they are. A file with faults of syntax is left as it is, and named.

      Examples:
        prodops fmt                          every definition below the folder you are in
        prodops fmt initiatives/ prodops.json
        prodops fmt --check                  change nothing; exit code 1 where something would change
        prodops fmt --diff                   change nothing; show what would change
        prodops fmt - < plan.json            from standard input to standard output
      """)

  @Argument(help: "Folders and files; '-' reads standard input.", completion: .file())
  var paths: [String] = ["."]

  @Flag(help: "Change nothing; the exit code is 1 where a file is not in canonical form.")
  var check = false

  @Flag(help: "Change nothing; show what would change.")
  var diff = false

  @Option(
    name: .customLong("stdin-name"),
    help: ArgumentHelp("The name that standard input would have as a file.", valueName: "name"))
  var inputName = "stdin.json"

  @OptionGroup var shared: SharedOptions

  func run() throws {
    if paths == ["-"] { return try formatInput() }
    if paths.contains("-") { throw Failure.usage("'-' stands alone: standard input is formatted by itself") }
    var counts = Counts()
    for path in paths { try format(path, &counts) }
    Output.writeError(counts.summary(changesNothing: check || diff) + "\n")
    if counts.couldNotWrite { throw Ending.couldNotWork }
    if counts.hasFaults || check && counts.differing > 0 { throw Ending.objections }
  }

  private func format(_ path: String, _ counts: inout Counts) throws {
    let place = try WorkspacePlace.find(path)
    let formatter = WorkspaceFormatter(root: place.root)
    let files = formatter.files().filter { file in place.below.map { file.isInside($0) } ?? true }
    if files.isEmpty, place.isFile {
      throw Failure.usage(
        "'\(path)' is no definition file: its name, the roots or an ignore file leave it out")
    }
    var writer = try FileWriter(root: place.root)
    for file in files {
      let name = TerminalText.escaping(file.text)
      switch formatter.check(file) {
      case .formatted: counts.formatted += 1
      case .noDefinition: counts.others += 1
      case .differs(let before, let after):
        counts.differing += 1
        if diff {
          Output.write(LineDiff.render(before, after, path: name, style: Terminal.style(shared.color)))
        } else {
          guard check || replace(file, after, &writer) else {
            counts.couldNotWrite = true
            continue
          }
          Output.write(name + "\n")
        }
      case .faulty(let position):
        counts.hasFaults = true
        Output.writeError("\(name):\(position.line):\(position.column): left as it is: a fault of syntax\n")
      case .unreadable(let reason):
        counts.hasFaults = true
        Output.writeError("\(name): left as it is: \(TerminalText.escaping(reason))\n")
      }
    }
  }

  /// Whether the file could be written; where not, that is told, and the others still are.
  private func replace(_ file: RepositoryPath, _ bytes: [UInt8], _ writer: inout FileWriter) -> Bool {
    do throws(WritingFailure) {
      try writer.replace(file, bytes)
      return true
    } catch {
      CommandRun.complain("cannot write '\(error.path.text)': \(error.reason)")
      return false
    }
  }

  private func formatInput() throws {
    let bytes = try Input.read()
    switch WorkspaceFormatter.check(bytes, name: Array(inputName.utf8), isDefinition: true) {
    case .differs(let before, let after):
      if diff {
        let name = TerminalText.escaping(inputName)
        Output.write(LineDiff.render(before, after, path: name, style: Terminal.style(shared.color)))
      } else if !check {
        Output.write(after)
      }
      if check { throw Ending.objections }
    case .faulty(let position):
      Output.writeError(
        "\(TerminalText.escaping(inputName)):\(position.line):\(position.column): a fault of syntax\n")
      throw Ending.objections
    default: if !check, !diff { Output.write(bytes) }
    }
  }
}

/// What `fmt` came to.
private struct Counts {
  var formatted = 0
  var differing = 0
  var others = 0
  var hasFaults = false
  var couldNotWrite = false

  func summary(changesNothing: Bool) -> String {
    let files = Counting.words(differing, "file")
    var text = changesNothing ? "\(files) would change" : "\(files) formatted"
    text += ", \(Counting.grouped(formatted)) already \(formatted == 1 ? "was" : "were")"
    if others > 0 { text += "; \(Counting.words(others, "file")) without \"kind\" left alone" }
    if hasFaults { text += "; 'prodops lint' tells what is wrong with the files left as they are" }
    return text
  }
}
