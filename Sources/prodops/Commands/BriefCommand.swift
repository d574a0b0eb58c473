import ArgumentParser
import Diagnostics
import Rendering
import Reporting
import Workspaces

/// `prodops brief`.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Tell one team what a period means for it: what to do, what to know, what to decide.",
    discussion: """
      What concerns a team is found by the fields that name it or its people, and by what its own definitions refer \
      to. Without --from and --to these are the last 30 days.

      Examples:
        prodops brief --team sales                           the last 30 days
        prodops brief --team sales --from 2025-10-01 --to 2025-12-31
        prodops brief --team sales --format html > sales.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, json
  }

  @Option(help: ArgumentHelp("The team, by its id.", valueName: "id"))
  var team: String

  @Option(
    help: ArgumentHelp(
      "The revision before the period, or its first day; 30 days up to the end where it is not given.",
      valueName: "rev|day"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The revision that ends the period, or its last day; today where neither end is given, else HEAD.",
      valueName: "rev|day"))
  var to: String?

  @Option(help: "How the brief is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .markdown

  @Argument(help: "The folder to tell of.", completion: .directory)
  var path: String = "."

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let id = team.hasPrefix("team:") ? String(team.dropFirst(5)) : team
    let source = try await PeriodRun.source(from: from, to: to, path: path, shared: shared)
    guard let brief = Brief(ChangeReport(source), team: id) else {
      let teams = source.after.definitions(of: "team").map(\.definition.id)
      let near = NearestNames.candidates(for: id, among: teams, limit: 3)
      let hint =
        !near.isEmpty
        ? Counting.suggestion(near)
        : teams.isEmpty
          ? "the repository has no teams" : "the teams are \(Counting.list(Array(teams.sorted().prefix(20))))"
      throw Failure.usage("no team is named '\(id)'; \(hint)")
    }
    let isUsual = from == nil && to == nil
    switch format {
    case .markdown: Output.write(MarkdownBrief.render(brief, isUsualPeriod: isUsual))
    case .html: Output.write(HTMLBrief.render(brief, isUsualPeriod: isUsual))
    case .json: Output.write(JSONBrief.render(brief, version: Version.text))
    }
  }
}
