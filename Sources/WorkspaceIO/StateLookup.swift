public import ChangeHistory
public import CivilDates
public import GitStore
public import Workspaces

/// A state of the definitions that somebody asked for.
public struct StateAt: Sendable {
  /// Why it is this one.
  public enum Reason: Sendable {
    /// The revision was named.
    case revision(String)
    /// The day was named: what had landed by its end.
    case day(Day)
    /// Another definition got under way then.
    case start(DefinitionName, LifeStart)
  }

  /// The commit.
  public let commit: ObjectID
  /// The day that was asked for, or on which the commit was made.
  public let day: Day
  /// Why it is this one.
  public let reason: Reason
}

/// Why there is no such state.
public enum StateRefusal: Error, Sendable {
  /// The history begins only later.
  case beforeHistory(Day, begins: Day, isCut: Bool, of: DefinitionName?)
  /// There is no such definition in the history.
  case noDefinition(DefinitionName)
  /// The definition is not under way, or its kind has no lifecycle.
  case notStarted(DefinitionName, LifeStart)
  /// The repository gave an error.
  case git(GitError)
}

extension WorkspaceRepository {
  /// The state that a text names: a revision, a day, or a definition, for the time at which that one got under way.
  ///
  /// Days and definitions are looked up on the first-parent chain of HEAD, in the configuration's time zone.
  public func state(at text: String) throws(StateRefusal) -> StateAt {
    if let name = DefinitionName(text) { return try state(atStartOf: name) }
    if let day = Day(text) { return try state(on: day, .day(day), of: nil, reader()) }
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let commit = try repository.resolve(text)
      let clock = ZoneClock(zone: try LifeReader(of: self, at: commit).timezone)
      return StateAt(
        commit: commit, day: clock.day(of: try repository.links(of: commit).time), reason: .revision(text))
    } catch {
      throw .git(error)
    }
  }

  private func reader() throws(StateRefusal) -> LifeReader {
    do throws(GitError) {
      return try LifeReader(of: self, at: resolve("HEAD"))
    } catch {
      throw .git(error)
    }
  }

  private func state(
    on day: Day, _ reason: StateAt.Reason, of name: DefinitionName?, _ reader: LifeReader
  ) throws(StateRefusal) -> StateAt {
    let clock = ZoneClock(zone: reader.timezone)
    let begins: Day
    let isCut: Bool
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let tip = try repository.resolve("HEAD")
      let chain = try repository.firstParentChain(from: tip, limit: Limits().commits)
      switch chain.commit(at: clock.end(of: day)) {
      case .found(let id): return StateAt(commit: id, day: day, reason: reason)
      case .beforeHistory: isCut = false
      case .cutShallow, .missing: isCut = true
      }
      begins = clock.day(of: chain.commits.last?.time ?? Int64.max)
    } catch {
      throw .git(error)
    }
    throw .beforeHistory(day, begins: begins, isCut: isCut, of: name)
  }

  private func state(atStartOf name: DefinitionName) throws(StateRefusal) -> StateAt {
    let reader = try reader()
    let start: LifeStart?
    do throws(GitError) {
      start = try reader.start(of: name, upTo: resolve("HEAD"))
    } catch {
      throw .git(error)
    }
    guard let start else { throw .noDefinition(name) }
    switch start {
    case .step(let step, _, _), .firstKnown(let step, _):
      guard let commit = ObjectID(hex: step.commit) else { throw .noDefinition(name) }
      return StateAt(commit: commit, day: step.day, reason: .start(name, start))
    case .stated(let day, _): return try state(on: day, .start(name, start), of: name, reader)
    case .notYet, .noLifecycle: throw .notStarted(name, start)
    }
  }
}
