import ArgumentParser
import CivilDates
import Diagnostics
import Glibc
import GitStore
import Linting
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops lint`.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check definitions against their schemas, against each other and against the calendar.",
    discussion: """
      Examples:
        prodops lint                         the folder you are in
        prodops lint initiatives/            only findings below a folder; everything is still read
        prodops lint --rev main              a revision instead of the files on disk
        prodops lint --since origin/main     only findings that the files on disk add to a revision
        prodops lint --format sarif > findings.sarif
        prodops lint --write-baseline        hold back what is there now, and tell only of what comes
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, github, sarif, markdown
  }

  @Argument(help: "The folder or file to tell of.", completion: .file())
  var path: String = "."

  @Option(help: "How findings are written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("The severity from which findings make the exit code 1.", valueName: "severity"))
  var failOn: Severity = .error

  @Option(
    name: .customLong("rev"),
    help: ArgumentHelp("Check this revision instead of the files on disk.", valueName: "rev"))
  var revision: String?

  @Option(help: ArgumentHelp("Tell only of findings that this revision does not have.", valueName: "rev"))
  var since: String?

  @Flag(
    name: .customLong("write-baseline"),
    help: "Write what is found now into the baseline, so that only what comes later is told.")
  var writesBaseline = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard writesBaseline else { return }
    if revision != nil || since != nil {
      throw ValidationError("--write-baseline is about the files on disk: leave out --rev and --since.")
    }
  }

  func run() async throws {
    let place = try WorkspacePlace.find(path)
    if writesBaseline { return try await writeBaseline(place) }
    let loader = WorkspaceLoader(root: place.root)
    var result: LintResult
    let snapshot: Snapshot
    if let since {
      let location = try place.repository()
      let base = try location.resolve(since)
      let before = try await loader.load(base, of: location.location)
      snapshot = try await load(loader, place, judgedBy: before.configuration)
      let day = shared.day(in: snapshot.configuration.timezone)
      let known = await Linter.run(before, asOf: day)
      result = await Linter.run(snapshot, asOf: day).new(since: known)
    } else {
      snapshot = try await load(loader, place, judgedBy: nil)
      result = await Linter.run(snapshot, asOf: shared.day(in: snapshot.configuration.timezone))
    }
    if let below = place.below { result.findings.removeAll { !$0.place.path.isInside(below) } }
    Output.write(text(FindingList(result, version: Version.text, rulePages: RulePages.address)))
    // Ends here: to take the tree apart piece by piece, at the very end, would only take time.
    withExtendedLifetime((snapshot, result)) { Glibc.exit(ending(of: result).rawValue) }
  }

  private func ending(of result: LintResult) -> Ending {
    if result.hasBrokenConfiguration { return .wrongUsage }
    return result.fails(on: failOn) ? .objections : .fine
  }

  private func load(
    _ loader: WorkspaceLoader, _ place: WorkspacePlace, judgedBy configuration: Configuration?
  ) async throws -> Snapshot {
    if let revision {
      let location = try place.repository()
      return try await loader.load(location.resolve(revision), of: location.location, judgedBy: configuration)
    }
    if try place.isBareRepository() {
      let location = try place.repository()
      return try await loader.load(location.resolve("HEAD"), of: location.location, judgedBy: configuration)
    }
    return try await loader.loadFolder(judgedBy: configuration)
  }

  private func text(_ list: FindingList) -> String {
    switch format {
    case .human: HumanFindings(list, style: Terminal.style(shared.color), width: Terminal.width).render()
    case .json: JSONFindings.render(list)
    case .github: GitHubFindings.render(list)
    case .sarif: SARIFFindings.render(list)
    case .markdown: MarkdownFindings.render(list)
    }
  }
}

/// Where a rule's page is to be found.
enum RulePages {
  static let address = "docs/rules/{rule}.md"
}
