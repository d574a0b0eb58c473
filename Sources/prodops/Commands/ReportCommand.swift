import ArgumentParser
import ChangeHistory
import ChangeRules
import CivilDates
import Diffing
import GitStore
import Rendering
import Reporting
import SchemaChecking
import WorkspaceIO
import Workspaces

/// `prodops report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell what changed in a period: what slipped, what was finished, who decided.",
    discussion: """
      The period lies between two revisions, or between two days, both of which are part of it. Days are those of the \
      repository's time zone.

      Examples:
        prodops report --from 2026-01-01                     since the new year
        prodops report --from 2025-10-01 --to 2025-12-31     one quarter
        prodops report --from v1.0 --to v2.0 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, json
  }

  @Option(help: ArgumentHelp("The revision before the period, or its first day.", valueName: "rev|day"))
  var from: String

  @Option(help: ArgumentHelp("The revision that ends the period, or its last day.", valueName: "rev|day"))
  var to: String = "HEAD"

  @Option(help: "How the report is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .markdown

  @Argument(help: "The folder to tell of.", completion: .directory)
  var path: String = "."

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    // The schemas are compiled while the repository is opened.
    async let _ = SchemaLibrary.builtIn
    let place = try WorkspacePlace.find(path)
    let repository = try place.repository()
    let loader = WorkspaceLoader(root: place.root)
    let zone = try await loader.configuration(of: repository.resolve("HEAD"), of: repository.location)
      .timezone
    let period = try repository.period(from: from, to: to, zone: zone)
    let (base, end) = (period.base, period.head)
    if let first = base.day, let last = end.day, last < first {
      throw Failure.usage("the period ends on \(last), before it begins on \(first)")
    }
    guard let head = end.commit else {
      throw Failure.usage("the period ends before the first commit")
    }
    let after = try await loader.load(head, of: repository.location)
    after.tellLostConfiguration()
    let before =
      if let commit = base.commit {
        try await loader.load(commit, of: repository.location, judgedBy: after.configuration)
      } else {
        Snapshot(files: [], configuration: after.configuration, library: after.library)
      }
    let library = after.library
    var history = HistoryFold(after.configuration) { library.shape(of: $0) }
    let start = try await HistoryReader(
      of: repository.location, configuration: after.configuration, library: library
    ).read(period.chain, after: base.commit) { history.take($0, inPeriod: $1) }
    let judge = ChangeJudge(after.configuration.changeRules)
    var net = judge.changes(
      between: before, and: after, DiffContext(fiscalYearStart: after.configuration.fiscalYearStart))
    net.replaceChanges(
      history.retired.judged(net.changes, after: SnapshotSurroundings(after).definition))
    if let first = try base.day?.advanced(by: -1)
      ?? base.commit.map({ try repository.day(of: $0, zone: zone) })
    {
      let last = try end.day ?? repository.day(of: head, zone: zone)
      judge.add(await PassedDays.events(in: after, after: first, upTo: last), to: &net)
    }
    let configuration = after.configuration
    let report = ChangeReport(
      ReportSource(
        title: configuration.title, heading: configuration.reportTitle ?? "", firstDay: base.day,
        lastDay: end.day,
        base: base.commit?.description, head: head.description, commitLink: configuration.commitLink,
        net: net,
        history: history, start: start))
    switch format {
    case .markdown: Output.write(MarkdownReport(report).render())
    case .json: Output.write(JSONReport.render(report, version: Version.text))
    }
  }
}
