import ChangeHistory
import CivilDates
import Diffing
import GitStore
import Reporting
import SchemaChecking
import WorkspaceIO
import Workspaces

/// Reads what a report of a period is made from: two states, and every step up to the second.
enum PeriodRun {
  /// The material for the period between two revisions or days.
  ///
  /// Without `from` it is the last `days` days up to the end. What counts as today is `--as-of`, else the last day of
  /// the period where one was asked for, else the current day; for a revision other than HEAD it is the day of its
  /// commit, so that its report stays as it is.
  static func source(
    from: String?, to: String?, days: Int = 30, path: String, shared: SharedOptions
  ) async throws -> ReportSource {
    // The schemas are compiled while the repository is opened.
    async let _ = SchemaLibrary.builtIn
    let place = try WorkspacePlace.find(path)
    let repository = try place.repository()
    let loader = WorkspaceLoader(root: place.root)
    let zone = try await loader.configuration(of: repository.resolve("HEAD"), of: repository.location)
      .timezone
    let until = to ?? (from == nil ? shared.day(in: zone).description : "HEAD")
    let today = try day(at: until, zone, repository, shared)
    let since = from ?? today.advanced(by: 1 - days).description
    let period = try repository.period(from: since, to: until, zone: zone)
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
        try await loader.load(commit, of: repository.location)
      } else {
        Snapshot(files: [], configuration: after.configuration, library: after.library)
      }
    let library = after.library
    var history = HistoryFold(after.configuration) { library.shape(of: $0) }
    let start = try await HistoryReader(
      of: repository.location, configuration: after.configuration, library: library
    ).read(period.chain, after: base.commit) { history.take($0, inPeriod: $1) }
    let landed = try shared.asOf ?? repository.day(of: head, zone: after.configuration.timezone)
    let comparison = Comparison(before, after, on: landed)
    var net = comparison.changes(promises: history.ledger)
    comparison.judgeNewNames(by: history.retired, in: &net)
    comparison.forgetNotices(in: &net)
    let eve =
      try base.day?.advanced(by: -1)
      ?? base.commit.map { try repository.day(of: $0, zone: before.configuration.timezone) }
    if let first = eve {
      comparison.add(await PassedDays.events(in: after, after: first, upTo: end.day ?? landed), to: &net)
    }
    var source = ReportSource(
      before: before, after: after, base: base.commit?.description, head: head.description,
      firstDay: base.day, lastDay: end.day, day: today, net: net, history: history, start: start)
    source.beforeDay = eve
    source.branch = period.branch
    return source
  }

  /// The day that counts as today for a period that ends at `end`.
  private static func day(
    at end: String, _ zone: String, _ repository: WorkspaceRepository, _ shared: SharedOptions
  ) throws -> Day {
    if let day = shared.asOf { return day }
    if let day = Day(end) { return min(day, shared.day(in: zone)) }
    if end == "HEAD" { return shared.day(in: zone) }
    return try repository.day(of: repository.resolve(end), zone: zone)
  }
}
