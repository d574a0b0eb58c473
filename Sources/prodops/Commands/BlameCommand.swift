import ArgumentParser
import ChangeHistory
import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops blame`.
struct BlameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Tell for each field of a definition who gave it its value, and when that landed.",
    discussion: """
      Formatting, the order of keys, moved files and renames that 'formerly' declares do not count. A value that came \
      back is the work of whoever brought it back.

      Examples:
        prodops blame initiative:guest-checkout
        prodops blame metric:refund-rate --at v1.2
        prodops blame metric:refund-rate --at 2025-12-31
        prodops blame plan:shop-2026 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(help: "The definition: its kind, a colon and its id.")
  var name: String

  @OptionGroup var at: AtOption

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let place = try WorkspacePlace.find(".")
    let repository = try place.repository()
    let tip = try at.state(in: place)?.commit ?? repository.resolve("HEAD")
    let reader = try LifeReader(of: repository, at: tip)
    let name = try await LifeLookup.fullName(of: name, place, at: tip, repository)
    async let files = reader.files(of: name, at: tip)
    guard var blame = try reader.blame(of: name, at: tip, withDisk: at.at == nil) else {
      let commit = String(tip.description.prefix(8))
      throw try await LifeLookup.absence(
        of: name, place, at: tip, repository,
        where: "in commit \(commit); 'prodops log \(name)' tells its life")
    }
    blame.bounds.otherFiles = try await files.filter { [path = blame.path] in $0 != path }
    switch format {
    case .human:
      let width = Terminal.isOutputTerminal ? Terminal.width : 140
      Output.write(HumanBlame.render(blame, style: Terminal.style(shared.color), width: width))
    case .json: Output.write(JSONBlame.render(blame, version: Version.text))
    case .markdown: Output.write(MarkdownBlame.render(blame, commitLink: reader.commitLink))
    }
  }
}
