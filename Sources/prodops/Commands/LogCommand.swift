import ArgumentParser
import ChangeHistory
import CivilDates
import Diffing
import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops log`: the life of one definition, or what landed in all of them.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tell what landed, step by step: in all definitions, or the life of one.",
    discussion: """
      A step is what landed at once: a merge, or a commit made on the branch itself. Each change has its class and the \
      rule that gave it. Renames that 'formerly' declares and moves of files are followed; what only looks like a \
      rename is told with its evidence.

      Examples:
        prodops log                                        everything that landed, newest first
        prodops log --class risky --from 2026-01-01        what others count on, since the new year
        prodops log --kind experiment --limit 20           what happened to experiments lately
        prodops log --summary                              how many changes, by kind and class
        prodops log initiative:guest-checkout              the life of one definition
        prodops log metric:refund-rate --field target      only what concerns a field
        prodops log plan:shop-2026 --field /objectives/speed/target
        prodops log initiative:guest-checkout --from 2026-01-01 --reverse
        prodops log tool:old-wiki --limit 1                what happened to it last
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(help: "A definition: its kind, a colon and its id; without one, all are told of.")
  var name: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Without a definition: only changes of this class or a weightier one.", valueName: "class"))
  var least: ChangeClass?

  @Option(
    help: ArgumentHelp("Without a definition: only changes of this kind of definition.", valueName: "kind"))
  var kind: String?

  @Flag(help: "Without a definition: count the changes, and tell none.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Of a definition, only changes of this field: its pointer, or its name, inner names with dots.",
      valueName: "field"))
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
    if name == nil, field != nil {
      throw ValidationError("--field needs a definition: its kind, a colon and its id.")
    }
    guard name != nil else { return }
    for (option, isGiven) in [("--class", least != nil), ("--kind", kind != nil), ("--summary", summary)]
    where isGiven {
      throw ValidationError("\(option) is for the list of all changes; leave the definition out.")
    }
  }

  /// The commits between which the steps of a life are told; reading the whole way for days is left to those who name one.
  private func ends(_ repository: WorkspaceRepository, _ zone: String) throws -> (ObjectID?, ObjectID) {
    if from == nil, Day(to) == nil { return (nil, try repository.resolve(to)) }
    let period = try period(repository, zone)
    return (from == nil ? nil : period.base.commit, period.tip)
  }

  func run() async throws {
    if let name { try await tellLife(of: name) } else { try await tellAll() }
  }

  /// The period that was asked for, with its last commit.
  func period(
    _ repository: WorkspaceRepository, _ zone: String
  ) throws -> (base: PeriodEnd, tip: ObjectID, chain: FirstParentChain) {
    let period = try repository.period(from: from ?? to, to: to, zone: zone)
    if let first = period.base.day, let last = period.head.day, last < first {
      throw Failure.usage("the period ends on \(last), before it begins on \(first)")
    }
    guard let tip = period.head.commit else { throw Failure.usage("the history begins after \(to)") }
    return (period.base, tip, period.chain)
  }

  private func tellLife(of name: String) async throws {
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
