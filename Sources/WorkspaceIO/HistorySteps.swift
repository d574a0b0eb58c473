internal import ChangeHistory
internal import CivilDates
internal import GitStore
internal import Workspaces

/// A step of history by the files that it changed, whose versions have not been read.
struct ChangedStep: Sendable {
  let reference: StepReference
  let changed: [TreeChange]
  let inPeriod: Bool
}

/// Finds what each step changed, one batch ahead of who reads the versions.
actor HistorySteps {
  private let repository: Repository
  private let trees: DefinitionTrees
  private let clock: ZoneClock
  private let hasMerges: Bool
  /// Why the history begins where it does.
  let start: HistoryStart
  /// The runs that have not begun, the oldest last.
  private var waiting: [HistoryCourse.Run]
  private var run: HistoryCourse.Run?
  /// The workspace's folder before the next step.
  private var tree: ObjectID?
  private var people: HistoryPeople
  private var landings = LandingWalk()

  /// How much a batch holds: few enough for memory, enough to be worth the change of tasks.
  private static let batchCommits = 256
  private static let batchChanges = 128

  init(
    _ chain: FirstParentChain, after base: ObjectID?, of location: RepositoryLocation,
    _ configuration: Configuration, _ limits: Limits
  ) throws(GitError) {
    repository = try Repository.open(at: location.path)
    clock = ZoneClock(zone: configuration.timezone)
    people = HistoryPeople(try repository.mailmap())
    let course = try HistoryCourse(chain, after: base, limit: limits.commits, repository)
    start = course.start(clock)
    hasMerges = course.hasMerges
    waiting = course.runs.reversed()
    for state in course.states { landings.begin(with: state.id) }
    trees = DefinitionTrees(location: location, configuration: configuration, limits: limits)
  }

  /// The next steps that touch definition files, the oldest first; none at the end.
  func next() -> Result<[ChangedStep], GitError> {
    var batch: [ChangedStep] = []
    do throws(GitError) {
      var (commits, changes) = (0, 0)
      while changes < Self.batchChanges, commits < Self.batchCommits || batch.isEmpty,
        let commit = try nextCommit()
      {
        commits += 1
        guard let step = try step(commit) else { continue }
        changes += step.changed.count
        batch.append(step)
      }
      return .success(batch)
    } catch {
      return .failure(error)
    }
  }

  private func nextCommit() throws(GitError) -> CommitFacts? {
    while true {
      if let commit = run?.commits.popLast() { return commit }
      guard let next = waiting.popLast() else { return nil }
      tree = nil
      if let origin = next.origin { tree = try trees.location.tree(below: origin, repository) }
      run = next
    }
  }

  private func step(_ commit: CommitFacts) throws(GitError) -> ChangedStep? {
    guard let run else { return nil }
    let before = tree
    tree = try trees.location.tree(below: commit.tree, repository)
    let changed = try trees.changes(from: before, to: tree, repository)
    var brought: [CommitFacts] = []
    if hasMerges, run.isShared {
      let isTold = run.inPeriod && !changed.isEmpty
      try landings.land(commit, in: repository) { if isTold { brought.append($0) } }
    }
    guard !changed.isEmpty else { return nil }
    let day = clock.day(of: commit.time)
    let reference =
      run.inPeriod
      ? people.reference(of: commit, bringing: brought, day: day)
      : StepReference(commit: commit.id.description, day: day, authors: [], merger: nil)
    return ChangedStep(reference: reference, changed: changed, inPeriod: run.inPeriod)
  }
}
