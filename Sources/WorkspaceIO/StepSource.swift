internal import ChangeHistory
internal import CivilDates
public import GitStore
internal import Workspaces

/// Which steps are told.
public enum HistoryStretch: Sendable {
  /// All up to a commit.
  case upTo(ObjectID)
  /// Those of a chain that are not before a commit; nil for the whole chain.
  case period(FirstParentChain, after: ObjectID?)
}

/// Hands out the steps of a history, newest first, while the commits before them are still being read.
actor StepSource {
  /// Steps that follow one another.
  struct Batch: Sendable {
    let index: Int
    let steps: [CourseStep]
  }

  /// How many steps are handed out at a time.
  private static let size = 48

  private let repository: Repository
  private let clock: ZoneClock
  private let limit: Int
  private var index = 0
  /// The steps that are known already, the oldest first.
  private var ready: [CourseStep] = []
  private var cursor: FirstParentCursor?
  private var count = 0
  /// The last commit that was read, whose parent comes next.
  private var child: CommitFacts?
  /// Why the history begins where it does: known once everything has been handed out.
  private(set) var start = HistoryStart.root

  init(_ stretch: HistoryStretch, _ trees: DefinitionTrees) throws(GitError) {
    repository = try Repository.open(at: trees.location.path)
    clock = ZoneClock(zone: trees.configuration.timezone)
    limit = trees.limits.commits
    switch stretch {
    case .upTo(let tip): cursor = FirstParentCursor(from: tip, in: repository)
    case .period(let chain, let base):
      let course = try HistoryCourse(chain, after: base, limit: limit, repository)
      start = course.start(clock)
      for run in course.runs {
        for position in run.commits.indices.reversed() {
          let older = position + 1
          let origin = older < run.commits.endIndex ? run.commits[older].tree : run.origin
          ready.append(CourseStep(commit: run.commits[position], origin: origin, inPeriod: run.inPeriod))
        }
      }
    }
  }

  /// The next steps; nil at the end.
  func next() -> Result<Batch?, GitError> {
    do throws(GitError) {
      var steps: [CourseStep] = []
      while steps.count < Self.size, let step = try nextStep() { steps.append(step) }
      guard !steps.isEmpty else { return .success(nil) }
      defer { index += 1 }
      return .success(Batch(index: index, steps: steps))
    } catch {
      return .failure(error)
    }
  }

  private func nextStep() throws(GitError) -> CourseStep? {
    if let step = ready.popLast() { return step }
    while cursor != nil {
      guard count <= limit, let commit = try cursor?.advance(in: repository) else { break }
      count += 1
      defer { child = commit }
      if let child { return CourseStep(commit: child, origin: commit.tree, inPeriod: true) }
    }
    guard let cursor, let oldest = child else { return nil }
    (self.cursor, child) = (nil, nil)
    // What is before it cannot be read, or nobody wants it read: the oldest is the state that steps begin from.
    if count > limit { start = .shallow(clock.day(of: oldest.time)) }
    switch cursor.end {
    case _ where count > limit: return nil
    case .reachedRoot: return CourseStep(commit: oldest, origin: nil, inPeriod: true)
    case .missing: start = .missing(clock.day(of: oldest.time))
    default: start = .shallow(clock.day(of: oldest.time))
    }
    return nil
  }
}
