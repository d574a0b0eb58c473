public import ChangeHistory
internal import CivilDates
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
}

extension HistoryReader {
  /// How many steps one task takes at a time.
  private static var batch: Int { 48 }

  /// Tells the steps up to the tip of `chain` and after `base`, newest first, as soon as they are known; at most
  /// `limit` of them.
  ///
  /// Steps are read, compared and told on two tasks. What only the steps before can tell, that a definition is back
  /// or what a file held before it could not be read, is added at the end: from the first such step on, what was
  /// told waits for it.
  public func list<Told: Sendable>(
    _ chain: FirstParentChain, after base: ObjectID?, limit: Int?, _ telling: StepTelling<Told>,
    each: (Told) -> Void
  ) async throws(GitError) -> ChangeListEnd {
    let (steps, start) = try course(chain, after: base)
    let trees = DefinitionTrees(location: location, configuration: configuration, limits: limits)
    let memory = VersionMemory(library: library, limits: limits)
    let workers = [
      try StepWorker(trees, memory, telling), try StepWorker(trees, memory, telling),
    ]
    var list = PendingList<Told>(limit: limit)
    var failure: GitError?
    await withTaskGroup(of: (Int, Int, Result<[StepOutcome<Told>], GitError>).self) { group in
      var next = 0
      func give(_ worker: Int) {
        guard failure == nil, !list.isComplete, next * Self.batch < steps.count else { return }
        let (index, isPast) = (next, list.isFull)
        let start = index * Self.batch
        let slice = steps[start..<min(start + Self.batch, steps.count)]
        next += 1
        group.addTask { (worker, index, await workers[worker].outcomes(of: slice, isPast: isPast)) }
      }
      for worker in workers.indices { give(worker) }
      while let (worker, index, result) = await group.next() {
        switch result {
        case .success(let outcomes): list.take(outcomes, at: index, each)
        case .failure(let error): failure = failure ?? error
        }
        give(worker)
      }
    }
    if let failure { throw failure }
    list.finish(telling, each)
    return ChangeListEnd(start: start, isLimited: list.isLimited, formatSteps: list.formatSteps)
  }

  /// The steps, newest first, and why there are no more.
  private func course(
    _ chain: FirstParentChain, after base: ObjectID?
  ) throws(GitError) -> ([CourseStep], HistoryStart) {
    let repository = try Repository.open(at: location.path)
    let course = try HistoryCourse(chain, after: base, limit: limits.commits, repository)
    var steps: [CourseStep] = []
    for run in course.runs.reversed() {
      for position in run.commits.indices {
        let older = position + 1
        let origin = older < run.commits.endIndex ? run.commits[older].tree : run.origin
        steps.append(CourseStep(commit: run.commits[position], origin: origin, inPeriod: run.inPeriod))
      }
    }
    return (steps, course.start(ZoneClock(zone: configuration.timezone)))
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
