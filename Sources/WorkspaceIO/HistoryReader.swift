public import ChangeHistory
internal import CivilDates
internal import Diagnostics
public import GitStore
internal import JSONSyntax
public import Workspaces

/// Reads what landed between two commits, the oldest step first, and keeps only what the next step needs.
public struct HistoryReader: Sendable {
  private let location: RepositoryLocation
  private let configuration: Configuration
  private let library: SchemaLibrary
  private let limits: Limits

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

  /// Tells every step from `base`, or from the beginning, to `tip` that touches definition files.
  ///
  /// The authors of a step are those whose commits it brought in; finding them takes a walk of its own over the
  /// commits, which `withPeople` asks for.
  @discardableResult
  public func read(
    from base: ObjectID?, to tip: ObjectID, withPeople: Bool, each: (LandedStep) -> Void
  ) throws(GitError) -> HistoryStart {
    let repository = try Repository.open(at: location.path)
    let clock = ZoneClock(zone: configuration.timezone)
    var chain: [HistoryPeople.Link] = []
    let end = try repository.firstParentChain(from: tip, until: base) { (commit) throws(GitError) in
      chain.append(HistoryPeople.Link(commit))
      return chain.count < limits.commits
    }
    var people = HistoryPeople()
    var joined = base
    if let base, end != .reachedBase { joined = try cut(&chain, where: base, repository) }
    if withPeople { people = try HistoryPeople(chain, base: joined, tip: tip, repository) }
    var versions = HistoryVersions(library: library, limits: limits)
    var tree: ObjectID?
    var remaining = chain[...]
    let start = try begin(&remaining, end, joined, &tree, repository, clock)
    while let link = remaining.popLast() {
      let next = try location.tree(below: link.tree, repository)
      if next != tree {
        let reference = people.reference(of: link, day: clock.day(of: link.time))
        let step = try step(from: tree, to: next, reference, &versions, repository)
        if !step.pairs.isEmpty || !step.unreadable.isEmpty { each(step) }
      }
      tree = next
    }
    return start
  }

  /// Leaves out of the chain what the chain of `base` has too, and gives the commit at which the two join.
  ///
  /// So a release's branch can be the beginning of a period: its own steps belong to no period of the other chain.
  private func cut(
    _ chain: inout [HistoryPeople.Link], where base: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> ObjectID? {
    var known: Set<ObjectID> = []
    try repository.firstParentChain(from: base) { (commit) throws(GitError) in
      known.insert(commit.id)
      return known.count < limits.commits
    }
    guard let position = chain.firstIndex(where: { known.contains($0.id) }) else { return nil }
    let joined = chain[position].id
    chain.removeSubrange(position...)
    return joined
  }

  /// Finds the tree that the first step is compared with; where the clone is cut, that of its oldest commit.
  private func begin(
    _ remaining: inout ArraySlice<HistoryPeople.Link>, _ end: ChainEnd, _ base: ObjectID?,
    _ tree: inout ObjectID?,
    _ repository: borrowing Repository, _ clock: ZoneClock
  ) throws(GitError) -> HistoryStart {
    if let base {
      tree = try location.tree(of: base, in: repository)
      return .base
    }
    switch end {
    case .reachedBase: return .base
    case .reachedRoot: return .root
    case .cutShallow, .missing, .stopped:
      guard let oldest = remaining.popLast() else { return .root }
      tree = try location.tree(below: oldest.tree, repository)
      let day = clock.day(of: oldest.time)
      if case .missing = end { return .missing(day) }
      return .shallow(day)
    }
  }

  private func step(
    from old: ObjectID?, to new: ObjectID?, _ reference: StepReference, _ versions: inout HistoryVersions,
    _ repository: borrowing Repository
  ) throws(GitError) -> LandedStep {
    var changed: [TreeChange] = []
    try repository.changedFiles(
      from: old, to: new, limits: WalkLimits(entries: limits.entries, depth: limits.folderDepth),
      prune: { DefinitionFiles.isPassedOver($0) }
    ) { (change) throws(GitError) in
      let path = RepositoryPath(bytes: change.path)
      guard DefinitionFiles.isDefinitionFile(path.name), configuration.includes(path) else { return }
      guard !DefinitionFiles.isOwnFile(path) else { return }
      changed.append(change)
    }
    guard !changed.isEmpty else { return LandedStep(reference) }
    return try versions.step(changed, reference, repository)
  }
}

extension RepositoryLocation {
  /// The tree of the workspace's folder below a root tree; nil where there is no such folder.
  func tree(below root: ObjectID, _ repository: borrowing Repository) throws(GitError) -> ObjectID? {
    prefix.isEmpty ? root : try descend(prefix, from: root, repository)
  }
}
