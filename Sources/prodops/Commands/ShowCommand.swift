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
        prodops show metric:refund-rate --at v1.2
        prodops show metric:refund-rate --at 2025-12-31
        prodops show metric:refund-rate --at experiment:instant-refunds
        prodops show plan:shop-2026 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json
  }

  @Argument(help: "The definition: its kind, a colon and its id.")
  var name: String

  @OptionGroup var at: AtOption

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let place = try WorkspacePlace.find(".")
    let state = try at.state(in: place)
    let snapshot = try await place.snapshot(at: state?.commit)
    let position = try snapshot.position(named: name)
    let lint = await Linter.run(
      snapshot, asOf: shared.asOf ?? state?.day ?? shared.day(in: snapshot.configuration.timezone))
    let sheet = DefinitionSheet(position, in: snapshot, lint: lint)
    switch format {
    case .json: Output.write(JSONDefinitions.render(sheet, at: state?.note))
    case .human:
      let style = Terminal.style(shared.color)
      let list = FindingList(sheet.lint, version: Version.text, rulePages: RulePages.address)
      let findings = HumanFindings(list, style: style, width: Terminal.width).render()
      let note = state?.note.line(style: style) ?? ""
      Output.write(note + HumanSheet(sheet, style: style, width: Terminal.width).render(findings: findings))
    }
  }
}
