public import ChangeHistory
public import CivilDates
public import GitStore
public import Workspaces

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

/// What lies between two states.
public struct Period: Sendable {
  /// The state before the period.
  public let base: PeriodEnd
  /// The state at its end.
  public let head: PeriodEnd
  /// The steps up to the end, the newest first; none where the period ends before the first commit.
  public let chain: FirstParentChain
  /// Where the state before stands beside those steps; nil where it is one of them.
  public let branch: BaseBranch?
}

extension WorkspaceRepository {
  /// A commit and its first parents.
  public func firstParentChain(
    from tip: ObjectID, limits: Limits = Limits()
  ) throws(GitError) -> FirstParentChain {
    try Repository.open(at: location.path).firstParentChain(from: tip, limit: limits.commits)
  }

  /// The states that a period lies between: revisions, or days of which the first and the last are part of it.
  ///
  /// A day is looked up on the first-parent chain of the last commit, in the time zone `zone`.
  public func period(
    from: String, to: String, zone: String, limits: Limits = Limits()
  ) throws(GitError) -> Period {
    let repository = try Repository.open(at: location.path)
    let clock = ZoneClock(zone: zone)
    let lastDay = Day(to)
    let whole = try repository.firstParentChain(
      from: repository.resolve(lastDay == nil ? to : "HEAD"), limit: limits.commits)
    var (head, chain) = (PeriodEnd(commit: whole.commits.first?.id, day: nil), whole)
    if let lastDay {
      head = PeriodEnd(commit: try whole.state(at: clock.end(of: lastDay)), day: lastDay)
      chain = whole.from(head.commit)
    }
    guard let firstDay = Day(from) else {
      let base = try repository.resolve(from)
      let branch = try chain.branch(of: base, limit: limits.commits, clock, repository)
      return Period(base: PeriodEnd(commit: base, day: nil), head: head, chain: chain, branch: branch)
    }
    let before = try (head.commit == nil ? whole : chain).state(at: clock.end(of: firstDay.advanced(by: -1)))
    return Period(base: PeriodEnd(commit: before, day: firstDay), head: head, chain: chain, branch: nil)
  }
}

extension FirstParentChain {
  /// The commit of the chain at a time; where a shallow clone begins later, its oldest commit.
  fileprivate func state(at time: Int64) throws(GitError) -> ObjectID? {
    switch commit(at: time) {
    case .found(let id): return id
    case .beforeHistory: return nil
    case .cutShallow(let id): return id
    case .missing(let id): throw .objectMissing(id, why: .damaged)
    }
  }
}
