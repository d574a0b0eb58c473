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
