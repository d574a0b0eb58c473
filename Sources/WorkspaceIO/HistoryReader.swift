public import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
public import GitStore
internal import JSONSyntax
public import Workspaces

/// Reads what landed between two commits, the oldest step first, and keeps only what the next step needs.
public struct HistoryReader: Sendable {
  let location: RepositoryLocation
  let configuration: Configuration
  let library: SchemaLibrary
  let limits: Limits

  /// Reads the history of a workspace by its configuration and kinds as they are now.
  public init(
    of location: RepositoryLocation, configuration: Configuration, library: SchemaLibrary,
    limits: Limits = Limits()
  ) {
    self.location = location
    self.configuration = configuration
    self.library = library
    self.limits = limits
  }

  /// Tells every step up to the tip of `chain` that touches definition files; those after `base` are the period.
  ///
  /// Steps before the period are told without their people, whose finding takes a walk over all commits. The next
  /// steps are looked for while `each` works on those at hand.
  @discardableResult
  public func read(
    _ chain: FirstParentChain, after base: ObjectID?, each: (_ step: LandedStep, _ inPeriod: Bool) -> Void
  ) async throws(GitError) -> HistoryStart {
    let steps = try HistorySteps(chain, after: base, of: location, configuration, limits)
    let repository = try Repository.open(at: location.path)
    let memory = VersionMemory(library: library, limits: limits)
    var broken: [RepositoryPath: DefinitionVersion?] = [:]
    var batch = try await steps.next().get()
    while !batch.isEmpty {
      async let upcoming = steps.next()
      for changed in batch {
        let step = try StepFiles(changed.changed, memory, repository).step(changed.reference, &broken)
        if !step.pairs.isEmpty || !step.unreadable.isEmpty { each(step, changed.inPeriod) }
      }
      batch = try await upcoming.get()
    }
    return steps.start
  }
}

extension RepositoryLocation {
  /// The tree of the workspace's folder below a root tree; nil where there is no such folder.
  func tree(below root: ObjectID, _ repository: borrowing Repository) throws(GitError) -> ObjectID? {
    prefix.isEmpty ? root : try descend(prefix, from: root, repository)
  }
}
