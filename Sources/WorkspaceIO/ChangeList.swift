public import ChangeHistory
internal import Diagnostics
internal import Diffing
public import GitStore
internal import Workspaces

/// How the steps of a history are told, on several tasks.
public struct StepTelling<Told: Sendable>: Sendable {
  /// What compares and classifies.
  let judge: StepJudge
  /// Which changes are wanted.
  let filter: ChangeFilter
  /// Whether merges are looked into for those who wrote what they brought in.
  let needsPeople: Bool
  /// Puts a step into words, or counts it.
  let tell: @Sendable (StepChanges, StepReference) -> Told

  /// Tells what `filter` wants of each step by `tell`; without `needsPeople` steps have nobody.
  public init(
    by judge: StepJudge, _ filter: ChangeFilter, needsPeople: Bool,
    tell: @escaping @Sendable (StepChanges, StepReference) -> Told
  ) {
    (self.judge, self.filter, self.needsPeople, self.tell) = (judge, filter, needsPeople, tell)
  }
}

/// How a list of changes ended.
public struct ChangeListEnd: Sendable {
  /// Why the history begins where it does.
  public let start: HistoryStart
  /// Whether the limit left older steps out.
  public let isLimited: Bool
  /// How many of the steps that were looked through changed nothing but the format.
  public let formatSteps: Int
  /// What was read: freeing it takes a while, which a process that is about to end can spare itself by holding it.
  public let read: [any Sendable]
}

extension HistoryReader {
  /// Tells the steps of a history, newest first, as soon as they are known; at most `limit` of them.
  ///
  /// Steps are read, compared and told on two tasks. What only the steps before can tell, that a definition is back
  /// or what a file held before it could not be read, is added at the end: from the first such step on, what was
  /// told waits for it.
  public func list<Told: Sendable>(
    _ stretch: HistoryStretch, limit: Int?, _ telling: StepTelling<Told>, each: (Told) -> Void
  ) async throws(GitError) -> ChangeListEnd {
    let trees = DefinitionTrees(location: location, configuration: configuration, limits: limits)
    let source = try StepSource(stretch, trees)
    let memory = VersionMemory(library: library, limits: limits)
    let workers = [try StepWorker(trees, memory, telling), try StepWorker(trees, memory, telling)]
    var list = PendingList<Told>(limit: limit)
    var failure: GitError?
    await withTaskGroup(of: (worker: Int, Result<StepWorker<Told>.Work?, GitError>).self) { group in
      func give(_ number: Int) {
        let (worker, isPast) = (workers[number], list.isFull)
        group.addTask { (number, await worker.work(from: source, isPast: isPast)) }
      }
      for worker in workers.indices { give(worker) }
      while let (worker, result) = await group.next() {
        switch result {
        case .success(let work):
          guard let work else { continue }
          list.take(work.outcomes, at: work.index, each)
          if failure == nil, !list.isComplete { give(worker) }
        case .failure(let error): failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
    list.finish(telling, each)
    return ChangeListEnd(
      start: await source.start, isLimited: list.isLimited, formatSteps: list.formatSteps,
      read: [memory, source, workers, list])
  }
}

extension HistoryReader {
  /// What compares and classifies by the workspace's configuration and kinds.
  public var judge: StepJudge {
    let library = library
    return StepJudge(configuration) { library.shape(of: $0) }
  }
}

extension LifeReader {
  /// What reads the history of all definitions of the workspace.
  public var history: HistoryReader {
    HistoryReader(of: location, configuration: configuration, library: library, limits: limits)
  }

  /// The kinds of definition that the workspace knows.
  public var kinds: [String] { library.kindNames }

  /// The kinds whose names are nearest to a word.
  public func kinds(near word: String) -> [String] { NearestNames.candidates(for: word, among: kinds) }
}
