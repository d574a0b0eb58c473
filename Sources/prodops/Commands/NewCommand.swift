import ArgumentParser
import Diagnostics
import Rendering
import Scaffolding
import WorkspaceIO
import Workspaces

/// `prodops new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a new definition with the fields that its kind needs.",
    discussion: """
      What can be known is filled in, such as the only team. What only you can know stays empty, and 'prodops lint' \
      objects to it until you have filled it in. Kinds of your own work as the built-in ones do.

      Examples:
        prodops new initiative guest-checkout
        prodops new metric refund-rate --title "Refund rate"
        prodops new study checkout-interviews --in research/2026
      """)

  @Argument(help: "The kind, such as 'initiative'.")
  var kind: String

  @Argument(help: "The id: lower-case letters and digits in words joined by single dashes.")
  var id: String

  @Option(help: "The title (default: the id in words).")
  var title: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The folder below the repository's root (default: where most of the kind are).", valueName: "folder"))
  var folder: String?

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let place = try WorkspacePlace.find(".")
    let snapshot = try await WorkspaceLoader(root: place.root).loadFolder()
    snapshot.tellLostConfiguration()
    let directory = try PlainFolder(place.root)
    let definition: NewDefinition
    do throws(NewDefinition.Refusal) {
      definition = try NewDefinition(
        kind: kind, id: id, title: title, folder: folder, in: snapshot,
        schema: EditorSchemaPaths.path(of: kind, snapshot.configuration).flatMap {
          directory.has($0) ? $0 : nil
        })
    } catch {
      throw Failure.usage(words(error, snapshot))
    }
    var writer = try FileWriter(root: place.root)
    guard try writer.create(definition.path, definition.bytes) else {
      throw Failure.usage("'\(definition.path.text)' is there already")
    }
    Output.write(TerminalText.escaping(definition.path.text) + "\n")
    Output.writeError(
      NewDefinitionText.advice(definition, style: Terminal.style(shared.color), width: Terminal.width))
  }

  private func words(_ refusal: NewDefinition.Refusal, _ snapshot: Snapshot) -> String {
    switch refusal {
    case .unknownKind(let kind, let near):
      let names = near.isEmpty ? snapshot.library.kindNames : near
      let list = Counting.list(names.map { "'\($0)'" }, "or")
      return near.isEmpty
        ? "no kind is named '\(kind)'; there are \(list)"
        : "no kind is named '\(kind)'; did you mean \(list)?"
    case .invalidID(let id):
      return
        "'\(id)' is no id: lower-case letters and digits in words joined by single dashes, at most 64 characters"
    case .invalidTitle: return "the title has to be one line of 1 to 200 characters"
    case .taken(let path): return "'\(path.text)' has \(kind):\(id) already"
    case .formerly(let path):
      return "the id was used before: '\(path.text)' says so under \"formerly\"; choose another"
    case .invalidFolder(let folder):
      return "'\(folder)' is no folder below the repository's root that is read"
    case .notRead(let path):
      return
        "'\(path.text)' would not be read: the roots or exclusions of prodops.json leave it out; choose a folder with --in"
    }
  }
}
