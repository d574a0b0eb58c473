import ArgumentParser
import ChangeHistory
import CivilDates
import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops log`.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tell the life of a definition: what each step changed, when, and who did it.",
    discussion: """
      A step is what landed at once: a merge, or a commit made on the branch itself. Renames that 'formerly' declares \
      and moves of files are followed; what only looks like a rename is told with its evidence.

      Examples:
        prodops log initiative:guest-checkout
        prodops log metric:refund-rate --field target      only what concerns a field
        prodops log plan:shop-2026 --field /objectives/speed/target
        prodops log initiative:guest-checkout --from 2026-01-01 --reverse
        prodops log tool:old-wiki --limit 1                what happened to it last
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(help: "The definition: its kind, a colon and its id.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "Only changes of this field: its pointer, or its name, inner names with dots.", valueName: "field"))
  var field: String?

  @Option(help: ArgumentHelp("The revision before the first step, or the first day.", valueName: "rev|day"))
  var from: String?

  @Option(help: ArgumentHelp("The revision of the last step, or the last day.", valueName: "rev|day"))
  var to: String = "HEAD"

  @Option(help: ArgumentHelp("At most so many steps, the newest ones.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Begin with the oldest step.")
  var reverse = false

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
  }

  /// The commits between which steps are told; reading the whole way for days is left to those who name one.
  private func ends(_ repository: WorkspaceRepository, _ zone: String) throws -> (ObjectID?, ObjectID) {
    if from == nil, Day(to) == nil { return (nil, try repository.resolve(to)) }
    let period = try repository.period(from: from ?? to, to: to, zone: zone)
    if let first = period.base.day, let last = period.head.day, last < first {
      throw Failure.usage("the period ends on \(last), before it begins on \(first)")
    }
    guard let tip = period.head.commit else { throw Failure.usage("the history begins after \(to)") }
    return (from == nil ? nil : period.base.commit, tip)
  }

  func run() async throws {
    let place = try WorkspacePlace.find(".")
    let repository = try place.repository()
    let zone = try LifeReader(of: repository, at: repository.resolve("HEAD")).timezone
    let (base, tip) = try ends(repository, zone)
    let reader = try LifeReader(of: repository, at: tip)
    let name = try await LifeLookup.fullName(of: name, place, at: tip, repository)
    let query = try field.map { text in
      guard let query = FieldQuery(text) else {
        throw Failure.usage("'\(text)' names no field; write 'target', 'milestones.beta.target' or a pointer")
      }
      return query
    }
    async let files = reader.files(of: name, at: tip)
    guard var log = try reader.log(of: name, from: base, to: tip, field: query, limit: limit) else {
      throw try await LifeLookup.absence(of: name, place, at: tip, repository, where: "in the history")
    }
    if let query, log.entries.isEmpty, let near = reader.candidates(for: query, of: name) {
      let hint = near.isEmpty ? "" : "; \(Counting.suggestion(near))"
      throw Failure.usage("a definition of kind '\(name.kind)' has no field '\(query.text)'\(hint)")
    }
    log.bounds.otherFiles = try await files.filter { [path = log.path] in $0 != path }
    switch format {
    case .human:
      Output.write(HumanLog.render(log, isReversed: reverse, style: Terminal.style(shared.color)))
    case .json: Output.write(JSONLog.render(log, isReversed: reverse, version: Version.text))
    case .markdown:
      Output.write(MarkdownLog.render(log, isReversed: reverse, commitLink: reader.commitLink))
    }
  }
}
