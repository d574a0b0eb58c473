import ArgumentParser
import Diagnostics
import Rendering
import Scaffolding
import WorkspaceIO

/// `prodops init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a repository of definitions that lints clean.",
    discussion: """
      Writes prodops.json, a first team, metric, plan and initiative, schemas for editors, a check for pull \
      requests and a README. Files that are there are kept, so it can be run again at any time.

      Examples:
        prodops init                         in the folder you are in
        prodops init plans --title "Web shop" --owner @ana
        prodops init --schemas               renew only the schemas for editors
      """)

  @Argument(help: "The folder; it is made where it is missing.", completion: .directory)
  var folder: String = "."

  @Option(help: "What the repository plans, such as \"Web shop\" (default: the folder's name).")
  var title: String?

  @Option(help: ArgumentHelp("Who begins: the handle of the first team's first person.", valueName: "handle"))
  var owner: String = "@you"

  @Flag(help: "Renew the schemas for editors, and nothing else.")
  var schemas = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    if PlainFolder.isOther(folder) { throw Failure.usage("'\(folder)' is a file, not a folder") }
    let person = owner.hasPrefix("@") ? String(owner.dropFirst()) : owner
    guard Names.isHandle(person) else {
      throw Failure.usage(
        "'\(owner)' is no handle: an @ and letters, digits, dots, dashes and underscores, such as @ana")
    }
    if let title, !Names.isTitle(title) {
      throw Failure.usage("the title has to be one line of 1 to 200 characters")
    }
    let folder = try PlainFolder(folder)
    var writer = try FileWriter(root: folder.root)
    if schemas { return try renew(&writer, folder) }
    let name = Names.isTitle(folder.name) ? Names.title(of: folder.name) : "Product operations"
    let template = RepositoryTemplate(title: title ?? name, person: person, today: shared.day(in: "UTC"))
    // Whoever has definitions needs no first ones.
    let files =
      template.surroundings
      + (WorkspaceFormatter(root: folder.root).hasDefinitions ? [] : template.definitions)
    var made: [RepositoryPath] = []
    var kept: [RepositoryPath] = []
    var failures: [WritingFailure] = []
    for file in files {
      do throws(WritingFailure) {
        if try writer.create(file.path, file.bytes) { made.append(file.path) } else { kept.append(file.path) }
      } catch {
        failures.append(error)
      }
    }
    report(made, kept, failures)
    if !failures.isEmpty { throw Ending.couldNotWork }
  }

  private func renew(_ writer: inout FileWriter, _ folder: PlainFolder) throws {
    let old = RepositoryTemplate.schemas.filter { folder.bytes(of: $0.path) != $0.bytes }
    for file in old {
      try writer.replace(file.path, file.bytes)
      Output.write("renewed \(TerminalText.escaping(file.path.text))\n")
    }
    if old.isEmpty { Output.writeError("The schemas for editors are those of this version already.\n") }
  }

  private func report(
    _ made: [RepositoryPath], _ kept: [RepositoryPath], _ failures: [WritingFailure]
  ) {
    for path in made { Output.write("made    \(TerminalText.escaping(path.text))\n") }
    for path in kept { Output.write("kept    \(TerminalText.escaping(path.text))\n") }
    for failure in failures { CommandRun.complain("cannot write '\(failure.path.text)': \(failure.reason)") }
    guard failures.isEmpty else { return }
    guard !made.isEmpty else { return Output.writeError("Nothing to do: everything is there.\n") }
    let lint = folder == "." ? "prodops lint" : "prodops lint \(TerminalText.escaping(folder))"
    Output.writeError("\nNext: '\(lint)' checks it; README.md tells the rest.\n")
  }
}
