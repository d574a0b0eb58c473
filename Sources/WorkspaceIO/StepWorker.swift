internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import GitStore
internal import Workspaces

/// A commit of a history with the root tree that it is compared with.
struct CourseStep: Sendable {
  let commit: CommitFacts
  /// The root tree before; nil where the commit is the first of all.
  let origin: ObjectID?
  let inPeriod: Bool
}

/// How far one step could be told without those before it.
struct StepOutcome<Told: Sendable>: Sendable {
  /// What is left to do once everything before the step is known.
  enum Rest: Sendable {
    /// Nothing.
    case none
    /// What it brought may have been there before: what is told of it may change.
    case newcomers(LandedStep, StepChanges)
    /// A file could not be read before it: what it changed is not known yet.
    case files(StepFiles)
  }

  /// The step, without its people where nobody asks for them.
  let reference: StepReference
  let inPeriod: Bool
  /// What is told of it, as far as that is known; nil where it is nothing.
  var told: Told?
  /// Whether it touched files and changed nothing of what they say.
  var isFormatOnly = false
  var rest = Rest.none
  /// Definitions whose files cannot be read from here on.
  var broken: [RepositoryPath: DefinitionVersion?] = [:]
  /// What came and went, for those after it.
  var passing: LandedStep?

  init(_ reference: StepReference, inPeriod: Bool) {
    self.reference = reference
    self.inPeriod = inPeriod
  }
}

/// Reads, compares and tells the steps that it is given; several of them share what the blobs say.
actor StepWorker<Told: Sendable> {
  private let repository: Repository
  private let trees: DefinitionTrees
  private let memory: VersionMemory
  private let telling: StepTelling<Told>
  private let clock: ZoneClock
  private var people: HistoryPeople?

  init(
    _ trees: DefinitionTrees, _ memory: VersionMemory, _ telling: StepTelling<Told>
  ) throws(GitError) {
    repository = try Repository.open(at: trees.location.path)
    people = telling.needsPeople ? HistoryPeople(try repository.mailmap()) : nil
    clock = ZoneClock(zone: trees.configuration.timezone)
    (self.trees, self.memory, self.telling) = (trees, memory, telling)
  }

  /// What became of the steps of one batch.
  struct Work: Sendable {
    let index: Int
    let outcomes: [StepOutcome<Told>]
  }

  /// What became of the next steps, in their order; nil where there are no more.
  ///
  /// Those that touched no definition file are left out. Of a past step only what those after it have to know is
  /// found out.
  func work(from source: StepSource, isPast: Bool) async -> Result<Work?, GitError> {
    do throws(GitError) {
      guard let batch = try await source.next().get() else { return .success(nil) }
      var outcomes: [StepOutcome<Told>] = []
      for step in batch.steps {
        if let outcome = try outcome(of: step, isPast: isPast || !step.inPeriod) { outcomes.append(outcome) }
      }
      return .success(Work(index: batch.index, outcomes: outcomes))
    } catch {
      return .failure(error)
    }
  }

  private func outcome(of step: CourseStep, isPast: Bool) throws(GitError) -> StepOutcome<Told>? {
    guard step.origin != step.commit.tree else { return nil }
    let old: ObjectID? =
      if let origin = step.origin { try trees.location.tree(below: origin, repository) } else { nil }
    let new = try trees.location.tree(below: step.commit.tree, repository)
    let changed = try trees.changes(from: old, to: new, repository)
    guard !changed.isEmpty else { return nil }
    let files = try StepFiles(changed, memory, repository)
    let plain = StepReference(
      commit: step.commit.id.description, day: clock.day(of: step.commit.time), authors: [], merger: nil)
    if files.followUnreadable {
      var outcome = StepOutcome<Told>(
        isPast ? plain : try reference(step.commit, plain), inPeriod: !isPast)
      outcome.rest = .files(files)
      return outcome
    }
    var broken: [RepositoryPath: DefinitionVersion?] = [:]
    var landed = files.step(plain, &broken)
    let changes = isPast ? nil : telling.judge.changes(of: landed)
    let wanted = changes.map(telling.filter.wanted)
    let hasNewcomers = landed.pairs.contains { $0.before == nil }
    let isTold = wanted.map { !$0.isEmpty } ?? false
    let reference = isTold || !isPast && hasNewcomers ? try reference(step.commit, plain) : plain
    var outcome = StepOutcome<Told>(reference, inPeriod: !isPast)
    outcome.broken = broken
    outcome.isFormatOnly = changes?.isFormatOnly ?? false
    if let wanted, isTold { outcome.told = telling.tell(wanted, reference) }
    if let changes, hasNewcomers {
      outcome.rest = .newcomers(landed, changes)
    } else {
      landed.pairs.removeAll { $0.before != nil && $0.after != nil }
      if !landed.pairs.isEmpty { outcome.passing = landed }
    }
    return outcome
  }

  /// The step with its people, where anybody asks for them.
  private func reference(_ commit: CommitFacts, _ plain: StepReference) throws(GitError) -> StepReference {
    guard people != nil else { return plain }
    var brought: [CommitFacts] = []
    if commit.parents.count > 1 {
      for id in try repository.commitsBroughtIn(by: commit.id) {
        brought.append(try repository.readFacts(id))
      }
    }
    return people?.reference(of: commit, bringing: brought, day: plain.day) ?? plain
  }
}
