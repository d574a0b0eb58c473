import ArgumentParser
import CivilDates
import Diagnostics
import GitStore
import JSONSyntax
import Planning
import Rendering
import SchemaChecking
import WorkspaceIO
import Workspaces

/// `prodops schedule`.
struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Tell when each initiative starts and ends, and why then.",
    discussion: """
      Initiatives are placed one after the other, each as early as its dependencies and the people of its teams allow. \
      The order is that of schedule.lock.json, else of ranks and target dates; nothing ever delays what stands above \
      it. 'prodops explain initiative:ID' tells more of one date.

      Examples:
        prodops schedule                     the files on disk, as of today
        prodops schedule --team search       what one team works on, and when
        prodops schedule main...HEAD         whose dates your branch moves, and why
        prodops schedule main                the same for the files on disk
        prodops schedule --at 2025-12-31     as it stood then
        prodops schedule --write-lock        keep the order as it is now
        prodops schedule --optimize          propose an order that keeps more promises
        prodops schedule --format ics > schedule.ics
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown, html, svg, csv, ics, mermaid
  }

  @Argument(
    help:
      "The folder to tell of; or what to compare: A..B, A...B (since B left A), or A with the files on disk.",
    completion: .directory)
  var place: String = "."

  @Argument(help: "The folder to tell of, where two states are compared.", completion: .directory)
  var path: String?

  @OptionGroup var at: AtOption

  @Option(help: ArgumentHelp("Only the shares of this team, by its id.", valueName: "id"))
  var team: String?

  @Flag(help: "Write the order into schedule.lock.json, so that later edits move as little as can be.")
  var writeLock = false

  @Flag(help: "Search for an order that keeps more promises, and propose it; with --write-lock, keep it.")
  var optimize = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many schedules the search tries.", valueName: "count"))
  var budget: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number that the search starts from.", valueName: "number"))
  var seed: Int?

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let range = StateRange.named(place, path)
    try expectMeaning(range)
    if let range { return try await compare(range) }
    let place = try WorkspacePlace.find(place)
    let state = try at.state(in: place)
    if writeLock, state != nil {
      throw Failure.usage("--write-lock keeps the order of the files on disk: leave out --at")
    }
    let snapshot = try await place.snapshot(at: state?.commit)
    snapshot.tellLostOrder()
    let day = shared.asOf ?? state?.day ?? shared.day(in: snapshot.configuration.timezone)
    let facts = PlanFacts(snapshot)
    let plan = PlanSchedule(PlanModel(facts, asOf: day))
    if optimize { return try propose(plan, facts, snapshot, place) }
    if writeLock { return try write(plan.lock, over: facts.lock, snapshot, place) }
    let view = ScheduleView(
      plan, title: snapshot.configuration.title, team: try knownTeam(facts), version: Version.text,
      note: state?.note)
    switch format {
    case .human:
      let width = Terminal.isOutputTerminal ? Terminal.width : nil
      Output.write(HumanSchedule.render(view, style: Terminal.style(shared.color), width: width))
    case .json: Output.write(JSONSchedule.render(view))
    case .markdown: Output.write(MarkdownSchedule.render(view))
    case .html: Output.write(HTMLSchedule.render(view, forecast: await marks(plan)))
    case .svg: Output.write(SVGSchedule.render(view, forecast: await marks(plan)))
    case .csv: Output.write(CSVSchedule.render(view))
    case .ics: Output.write(CalendarSchedule.render(view))
    case .mermaid: Output.write(MermaidSchedule.render(view))
    }
  }

  /// Refuses what would be without effect.
  private func expectMeaning(_ range: String?) throws {
    if let range, at.at != nil || writeLock || optimize || team != nil || budget != nil || seed != nil {
      throw Failure.usage(
        "--at, --team, --optimize, --budget, --seed and --write-lock are about one state; '\(range)' names two"
      )
    }
    guard (1...10_000_000).contains(budget ?? 1) else {
      throw Failure.usage("--budget takes 1 to 10,000,000 schedules")
    }
    guard optimize || budget == nil && seed == nil else {
      let options = [budget.map { _ in "--budget" }, seed.map { _ in "--seed" }].compactMap(\.self)
      throw Failure.usage(
        "\(Counting.list(options)) \(options.count == 1 ? "is" : "are") about the search of --optimize: leave out "
          + "\(Counting.list(options)), or add --optimize")
    }
    guard team == nil || !optimize else {
      throw Failure.usage("--optimize is about all teams together: leave out --team")
    }
    guard team == nil || !writeLock else {
      throw Failure.usage("--write-lock keeps the order of all teams together: leave out --team")
    }
    guard format == .human || !writeLock else {
      throw Failure.usage("--write-lock writes schedule.lock.json and nothing else: leave out --format")
    }
  }

  /// The team that is meant, which has to be there.
  private func knownTeam(_ facts: PlanFacts) throws -> String? {
    guard let team else { return nil }
    let id = team.hasPrefix("team:") ? String(team.dropFirst(5)) : team
    if facts.teams[id] != nil { return id }
    let names = facts.teams.keys.sorted()
    let near = NearestNames.candidates(for: id, among: names)
    let hint =
      !near.isEmpty
      ? Counting.suggestion(near)
      : names.isEmpty
        ? "the repository has no teams" : "the teams are \(Counting.list(Array(names.prefix(20))))"
    throw Failure.usage("no team is named '\(id)'; \(hint)")
  }

  /// What a forecast says of each initiative, for pictures.
  private func marks(_ plan: PlanSchedule) async -> [String: ForecastMarks] {
    guard !plan.model.items.isEmpty else { return [:] }
    return ForecastMarks.of(await PlanForecast.make(plan, runs: 2000))
  }

  // MARK: The committed order

  private func propose(
    _ plan: PlanSchedule, _ facts: PlanFacts, _ snapshot: Snapshot, _ place: WorkspacePlace
  ) throws {
    guard [.human, .json, .markdown].contains(format) else {
      throw Failure.usage("an order is proposed in the formats human, json and markdown")
    }
    guard !plan.model.items.isEmpty else {
      throw Failure.usage("there is nothing to schedule: no open initiative says how much work it is")
    }
    var progress = ProgressLine("schedules tried")
    let proposal = OrderProposal(plan, budget: budget, seed: seed) { done, all in
      progress.show(done, of: all)
      return true
    }
    progress.clear()
    if writeLock { return try write(proposal.lock, over: facts.lock, snapshot, place) }
    switch format {
    case .json: Output.write(ProposalText.json(proposal, version: Version.text))
    case .markdown: Output.write(ProposalText.markdown(proposal))
    default: Output.write(ProposalText.human(proposal, style: Terminal.style(shared.color)))
    }
  }

  private func write(
    _ lock: ScheduleLock, over old: ScheduleLock?, _ snapshot: Snapshot, _ place: WorkspacePlace
  ) throws {
    guard !snapshot.isWithoutItsOrder else {
      throw Failure.usage(
        "schedule.lock.json is there and cannot be read, so that it is not overwritten; take the version of one side, "
          + "for example with 'git checkout main -- schedule.lock.json', or delete it")
    }
    let sentences = LockText.differences(old, lock)
    guard !sentences.isEmpty else {
      Output.writeError("schedule.lock.json keeps the order as it is; nothing was written.\n")
      return
    }
    var writer = try FileWriter(root: place.root)
    try writer.replace(ScheduleLock.path, Array(lock.text.utf8))
    Output.write(TerminalText.escaping(ScheduleLock.path.text) + "\n")
    Output.writeError(sentences.map { TerminalText.escaping($0) + "\n" }.joined())
  }

  // MARK: Two states

  private func compare(_ range: String) async throws {
    guard [.human, .json, .markdown, .html, .svg].contains(format) else {
      throw Failure.usage("two states are compared in the formats human, json, markdown, html and svg")
    }
    let sides = try await PlanSides(range, in: path ?? ".", shared)
    sides.base.tellLostOrder()
    sides.head.tellLostOrder()
    let view = ComparisonView(
      ScheduleComparison(PlanFacts(sides.base), PlanFacts(sides.head), asOf: sides.asOf),
      sides: sides.names, asOf: sides.asOf, title: sides.head.configuration.title, version: Version.text)
    switch format {
    case .json: Output.write(JSONComparison.render(view))
    case .markdown: Output.write(MarkdownComparison.render(view))
    case .html: Output.write(HTMLComparison.render(view))
    case .svg: Output.write(SVGComparison.render(view))
    case .human, .csv, .ics, .mermaid:
      let width = Terminal.isOutputTerminal ? Terminal.width : nil
      Output.write(HumanComparison.render(view, style: Terminal.style(shared.color), width: width))
    }
  }
}
