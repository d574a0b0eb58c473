import ArgumentParser
import Browsing
import Diagnostics
import Linting
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops show`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a definition: what it says, who refers to it and what the linter says of it.",
    discussion: """
      Examples:
        prodops show initiative:guest-checkout
        prodops show guest-checkout          the kind may be left out where one kind has the id
        prodops show metric:refund-rate --rev v1.2
        prodops show plan:shop-2026 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json
  }

  @Argument(help: "The definition: its kind, a colon and its id.")
  var name: String

  @Option(
    name: .customLong("rev"), help: ArgumentHelp("Show it as it was in this revision.", valueName: "rev"))
  var revision: String?

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let snapshot = try await WorkspacePlace.find(".").snapshot(at: revision)
    let position = try find(in: snapshot)
    let lint = await Linter.run(snapshot, asOf: shared.day(in: snapshot.configuration.timezone))
    let sheet = DefinitionSheet(position, in: snapshot, lint: lint)
    switch format {
    case .json: Output.write(JSONDefinitions.render(sheet))
    case .human:
      let style = Terminal.style(shared.color)
      let list = FindingList(sheet.lint, version: Version.text, rulePages: RulePages.address)
      let findings = HumanFindings(list, style: style, width: Terminal.width).render()
      Output.write(HumanSheet(sheet, style: style, width: Terminal.width).render(findings: findings))
    }
  }

  private func find(in snapshot: Snapshot) throws -> Int {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let position = snapshot.position(kind: parts[0], id: parts[1]) { return position }
    let all = snapshot.definitions
    if parts.count == 1 {
      let found = all.indices.filter { all[$0].id.utf8.elementsEqual(name.utf8) }
      if let only = found.first, found.count == 1 { return only }
      if found.count > 1 {
        let names = found.map { "'\(all[$0].name)'" }
        throw Failure.usage("several definitions have the id '\(name)': \(Counting.list(names, "and"))")
      }
    }
    // An id of another kind is nearer than any other name.
    let id = parts.last ?? name
    var near = all.filter { $0.id.utf8.elementsEqual(id.utf8) }.prefix(3).map(\.name)
    if near.isEmpty { near = NearestNames.candidates(for: name, among: all.map(\.name)) }
    if near.isEmpty {
      let ids = NearestNames.candidates(for: id, among: Set(all.map(\.id)).sorted())
      near = all.filter { ids.contains($0.id) }.prefix(3).map(\.name)
    }
    let hint =
      near.isEmpty
      ? "'prodops list' names them all" : Counting.suggestion(near)
    throw Failure.usage("there is no definition '\(name)'; \(hint)")
  }
}
