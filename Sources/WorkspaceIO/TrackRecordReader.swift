public import ChangeHistory
public import CivilDates
public import GitStore
public import Planning
public import TrackRecords
public import Workspaces

/// Reads what was promised in the history of a workspace, and what became of it.
public struct TrackRecordReader: Sendable {
  private let repository: WorkspaceRepository
  private let loader: WorkspaceLoader

  /// What a history says of promises.
  public struct Reading: Sendable {
    /// The promises.
    public let record: TrackRecord
    /// The tree at its end.
    public let snapshot: Snapshot
    /// The commit up to which the history was read.
    public let head: ObjectID
    /// The day on which that commit was made.
    public let lastDay: Day
    /// The repository's time zone.
    public let timezone: String
    /// Why the history begins where it does.
    public let start: HistoryStart
    /// When initiatives reached their end.
    public let finished: FinishedRecord
  }

  /// Reads the history of a workspace in a repository.
  public init(_ place: WorkspacePlace, _ repository: WorkspaceRepository) {
    self.repository = repository
    loader = WorkspaceLoader(root: place.root)
  }

  /// Everything that was promised up to a revision, or to the end of a day of HEAD's history; nil where that day lies
  /// before the first commit.
  public func read(upTo end: String) async throws -> Reading? {
    let location = repository.location
    let zone = try await loader.configuration(of: repository.resolve("HEAD"), of: location).timezone
    let period = try repository.period(from: end, to: end, zone: zone)
    guard let head = period.head.commit else { return nil }
    let snapshot = try await loader.load(head, of: location)
    let library = snapshot.library
    var history = HistoryFold(snapshot.configuration) { library.shape(of: $0) }
    var firstDay: Day?
    let start = try await HistoryReader(of: location, configuration: snapshot.configuration, library: library)
      .read(period.chain, after: head) { step, _ in
        if firstDay == nil { firstDay = step.reference.day }
        history.take(step, inPeriod: false)
      }
    var ends: [String: Day] = [:]
    for (_, initiative) in snapshot.definitions(of: "initiative") {
      let ending = history.endings.ending(of: initiative.name, holding: "/status")
      if let ending, ending.isGoal { ends[initiative.id] = ending.day }
    }
    let lastDay = try repository.day(of: head, zone: zone)
    return Reading(
      record: TrackRecord(history, in: snapshot), snapshot: snapshot, head: head,
      lastDay: lastDay, timezone: zone, start: start,
      finished: FinishedRecord(since: firstDay ?? lastDay, endings: ends))
  }
}
