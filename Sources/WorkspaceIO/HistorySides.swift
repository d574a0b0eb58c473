public import CivilDates
public import GitStore

/// One side of a comparison: a commit, with what the user called it.
public struct ComparedCommit: Sendable {
  /// The commit.
  public let id: ObjectID
  /// What the user wrote.
  public let name: String
}

extension WorkspaceRepository {
  /// The commits that a range compares; the head is nil where the files on disk are meant.
  public func sides(of range: String) throws(GitError) -> (base: ComparedCommit, head: ComparedCommit?) {
    let parsed = try RevisionRange.parse(range)
    let repository = try Repository.open(at: location.path)
    let from = try repository.resolve(parsed.from)
    switch parsed.kind {
    case .single:
      return (ComparedCommit(id: from, name: parsed.from), nil)
    case .direct:
      let to = try repository.resolve(parsed.to)
      return (ComparedCommit(id: from, name: parsed.from), ComparedCommit(id: to, name: parsed.to))
    case .sinceMergeBase:
      let to = try repository.resolve(parsed.to)
      let base = try repository.mergeBase(from, to)
      return (ComparedCommit(id: base, name: parsed.from), ComparedCommit(id: to, name: parsed.to))
    }
  }

  /// The day on which a commit was made, in a time zone.
  public func day(of commit: ObjectID, zone: String) throws(GitError) -> Day {
    let time = try Repository.open(at: location.path).readCommit(commit).committer.time
    return ZoneClock(zone: zone).day(of: time)
  }
}

/// One end of a period.
public struct PeriodEnd: Sendable {
  /// The commit of the state; nil before the first one.
  public let commit: ObjectID?
  /// The day, where a day was asked for.
  public let day: Day?
}

extension WorkspaceRepository {
  /// The states that a period lies between: revisions, or days of which the first and the last are part of it.
  ///
  /// A day is looked up on the first-parent chain of the last commit, in the time zone `zone`.
  public func period(from: String, to: String, zone: String) throws(GitError) -> (
    base: PeriodEnd, head: PeriodEnd
  ) {
    let repository = try Repository.open(at: location.path)
    let clock = ZoneClock(zone: zone)
    let lastDay = Day(to)
    let tip = try repository.resolve(lastDay == nil ? to : "HEAD")
    var head = PeriodEnd(commit: tip, day: nil)
    if let lastDay {
      head = PeriodEnd(commit: try repository.state(at: clock.end(of: lastDay), tip), day: lastDay)
    }
    guard let firstDay = Day(from) else {
      return (PeriodEnd(commit: try repository.resolve(from), day: nil), head)
    }
    let before = clock.end(of: firstDay.advanced(by: -1))
    return (PeriodEnd(commit: try repository.state(at: before, head.commit ?? tip), day: firstDay), head)
  }
}

extension Repository {
  /// The commit of the chain at a time; where a shallow clone begins later, its oldest commit.
  fileprivate func state(at time: Int64, _ tip: ObjectID) throws(GitError) -> ObjectID? {
    switch try commit(at: time, onFirstParentsOf: tip) {
    case .found(let id): return id
    case .beforeHistory: return nil
    case .cutShallow(let id): return id
    case .missing: throw .objectMissing(tip, why: .damaged)
    }
  }
}
