public import ArgumentParser
import ChangeHistory
import CivilDates
public import Diffing
import GitStore
import Rendering
import Reporting
import WorkspaceIO
import Workspaces

/// `prodops diff`.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell in words what changed between two revisions, or since one.",
    discussion: """
      Formatting, the order of keys and the names of files are no changes. Each change has a class: breaking, risky, \
      notable or routine.

      Examples:
        prodops diff                         the files on disk against the last commit
        prodops diff main...HEAD             what your branch changes
        prodops diff v1..v2 --format json    for other programs
        prodops diff main... --fail-on breaking
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, markdown, json
  }

  @Argument(help: "What to compare: A..B, A...B (since B left A), or A alone with the files on disk.")
  var range: String = "HEAD"

  @Argument(help: "The folder to tell of.", completion: .directory)
  var path: String = "."

  @Option(help: "How changes are written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("The class from which changes make the exit code 1.", valueName: "class"))
  var failOn: ChangeClass?

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    // The schemas are compiled while the repository is opened.
    async let _ = SchemaLibrary.builtIn
    let place = try WorkspacePlace.find(path)
    let repository = try place.repository()
    let sides = try repository.sides(of: range)
    let loader = WorkspaceLoader(root: place.root)
    // Two commits are read one after the other: what both hold is then parsed once.
    async let folder = sides.head == nil ? loader.loadFolder() : nil
    let base = try await loader.load(sides.base.id, of: repository.location)
    let head: Snapshot
    var day = shared.asOf
    if let files = try await folder {
      head = files
    } else if let commit = sides.head?.id {
      head = try await loader.load(commit, of: repository.location)
      if day == nil { day = try repository.day(of: commit, zone: head.configuration.timezone) }
    } else {
      head = try await loader.loadFolder()
    }
    head.tellLostConfiguration()
    let today = day ?? shared.day(in: head.configuration.timezone)
    let comparison = Comparison(base, head, on: today)
    var changes = comparison.changes()
    let hasNew = changes.changes.contains { $0.idiom == .definitionAdded }
    async let known = hasNew ? Self.retired(before: sides.base.id, repository, base) : RetiredNames()
    let since = try repository.day(of: sides.base.id, zone: base.configuration.timezone)
    let events = await PassedDays.events(in: head, after: since, upTo: today)
    if hasNew { comparison.judgeNewNames(by: try await known, in: &changes) }
    comparison.add(events + MovedDates.changes(from: base, to: head, asOf: today), to: &changes)
    let list = ChangeListing(
      changes, sides: (sides.base.id.description, sides.head?.id.description ?? "files on disk"),
      version: Version.text)
    Output.write(text(list))
    if let failOn, changes.count(atLeast: failOn) > 0 { throw Ending.objections }
  }

  /// The names that definitions had when they went, up to a commit.
  private static func retired(
    before commit: ObjectID, _ repository: WorkspaceRepository, _ base: Snapshot
  ) async throws -> RetiredNames {
    var retired = RetiredNames()
    let chain = try repository.firstParentChain(from: commit)
    try await HistoryReader(
      of: repository.location, configuration: base.configuration, library: base.library
    ).read(chain, after: commit) { step, _ in retired.take(step) }
    return retired
  }

  private func text(_ list: ChangeListing) -> String {
    switch format {
    case .human: HumanChanges.render(list, style: Terminal.style(shared.color))
    case .markdown: MarkdownChanges.render(list)
    case .json: JSONChanges.render(list)
    }
  }
}

extension ChangeClass: ExpressibleByArgument {
  /// The class that an option names.
  public init?(argument: String) { self.init(name: argument) }
  /// The classes as help lists them.
  public static var allValueStrings: [String] { allCases.reversed().map(\.name) }
}
