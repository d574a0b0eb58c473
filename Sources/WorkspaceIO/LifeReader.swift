public import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
public import GitStore
internal import Glibc
internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// Reads the history of one definition, newest step first, and no further than it has to.
public struct LifeReader: Sendable {
  let location: RepositoryLocation
  let configuration: Configuration
  let library: SchemaLibrary
  let limits: Limits

  /// Reads the history of a workspace by its configuration and kinds as a commit has them.
  public init(of repository: WorkspaceRepository, at commit: ObjectID, limits: Limits = Limits())
    throws(GitError)
  {
    location = repository.location
    self.limits = limits
    let opened = try Repository.open(at: location.path)
    let tree = try location.tree(of: commit, in: opened)
    let location = location
    func read(_ path: RepositoryPath) -> [UInt8]? {
      tree.flatMap { try? location.read(path, in: $0, opened, limit: limits.fileBytes) }
    }
    configuration = read(Configuration.path).map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
    library = SchemaLibrary.of(configuration, read: read)
  }

  /// What steps did to a definition, up to the commit `tip` and after the commit `base`.
  ///
  /// Nil where no tree of the history has it. Steps that touched only the format are left out.
  public func log(
    of name: DefinitionName, from base: ObjectID? = nil, to tip: ObjectID, field: FieldQuery? = nil,
    limit: Int? = nil
  ) throws(GitError) -> DefinitionLog? {
    var builder = LogBuilder(
      shape: library.shape(of: name.kind), configuration, field: field,
      limit: limit)
    let repository = try Repository.open(at: location.path)
    var run = LifeRun(self, name)
    let start = try run.read(from: base, to: tip, searches: true, repository) { event, _ in
      builder.take(event)
    }
    guard let newest = builder.newest ?? run.stood else { return nil }
    try weighSlips(&builder, of: name, upTo: tip, isWhole: base == nil && !builder.isLimited, repository)
    let people = try LifePeople(self, repository)
    var entries: [DefinitionLog.Entry] = []
    for entry in builder.entries {
      let landing = try people.landing(of: entry.event, &run.walk, repository)
      entries.append(DefinitionLog.Entry(entry, landing: landing))
    }
    return DefinitionLog(
      LifeBounds(name: name.description, start: start), of: newest,
      subject: newest.subject(library.shape(of: name.kind)), entries: entries, builder: builder,
      field: field?.text)
  }

  /// Where each field of a definition comes from, as the commit `tip` has it; `withDisk` looks at the files on disk
  /// and counts what they say otherwise as not committed.
  ///
  /// Nil where the definition is not there.
  public func blame(
    of name: DefinitionName, at tip: ObjectID, withDisk: Bool
  ) throws(GitError) -> DefinitionBlame? {
    let repository = try Repository.open(at: location.path)
    var run = LifeRun(self, name)
    let root = try repository.links(of: tip).tree
    var found = try run.walk.start([name.id], in: root, repository)
    let onDisk =
      withDisk && !repository.isBare
      ? versionOnDisk(of: name, committed: run.walk.version, run.walk.files) : nil
    if !found, let onDisk { found = try run.walk.start(onDisk.formerIDs, in: root, repository) }
    let committed = run.walk.version
    guard let version = onDisk ?? committed else { return nil }
    let shape = library.shape(of: name.kind)
    var blame = FieldBlame(of: version, shape: shape)
    var origins: [Int: DefinitionBlame.Origin] = [:]
    if onDisk != nil {
      let event = LifeEvent(LifeStep(commit: "", day: .first), .changed(before: committed, after: version))
      for position in blame.take(event) { origins[position] = .notCommitted }
    }
    let people = try LifePeople(self, repository)
    var unreadable: [UnreadableVersion] = []
    var failure: GitError?
    let start =
      try blame.unresolved.isEmpty
      ? .root
      : run.read(from: nil, to: tip, searches: false, repository) { event, walk in
        if case .unreadable(let path, let reason) = event.deed {
          unreadable.append(
            UnreadableVersion(path: path, commit: event.step.commit, day: event.step.day, reason: reason))
        }
        let resolved = blame.take(event)
        guard !resolved.isEmpty else { return !blame.unresolved.isEmpty }
        do throws(GitError) {
          let inner = try people.commits(of: event, &walk, repository)
          let landing = people.landing(of: event, inner)
          for position in resolved {
            let author = FieldBlame.author(of: blame.leaves[position], among: inner.touching)
            origins[position] = .landed(landing, author?.authorship ?? inner.own)
          }
        } catch {
          failure = error
        }
        return failure == nil && !blame.unresolved.isEmpty
      }
    if let failure { throw failure }
    let fields = blame.leaves.enumerated().map { position, leaf in
      DefinitionBlame.Field(leaf, origins[position] ?? .beforeHistory(run.oldestDay))
    }
    return DefinitionBlame(
      LifeBounds(name: name.description, start: start), of: version, subject: version.subject(shape),
      head: tip.description, fields: fields, unreadable: unreadable)
  }
}

extension LifeReader {
  /// Weighs how often promises have moved later; what is before the steps of a log is read for it only where one did.
  private func weighSlips(
    _ log: inout LogBuilder, of name: DefinitionName, upTo tip: ObjectID, isWhole: Bool,
    _ repository: borrowing Repository
  ) throws(GitError) {
    let slips = log.slips
    if slips.isEmpty { return }
    if isWhole { return log.weighSlips(slips) }
    var life = LogBuilder(shape: library.shape(of: name.kind), configuration, field: nil, limit: nil)
    var run = LifeRun(self, name)
    _ = try run.read(from: nil, to: tip, searches: true, repository) { event, _ in life.take(event) }
    log.weighSlips(life.slips)
  }

  /// The time zone in which days are told.
  public var timezone: String { configuration.timezone }

  /// Where commits are shown, with `{commit}` for the id; nil where the configuration does not say.
  public var commitLink: String? { configuration.commitLink }

  /// The names that are nearest to a field that was asked for; nil where its kind may have such a field.
  public func candidates(for query: FieldQuery, of name: DefinitionName) -> [String]? {
    guard let shape = library.shape(of: name.kind) else { return nil }
    let names = shape.properties.map(\.name)
    // Deeper down, keys of items and fields of the repository's own may have any name.
    guard let only = query.singleName, !names.contains(only) else { return nil }
    return NearestNames.candidates(for: only, among: names)
  }

  /// The definition as the files on disk have it: in its committed file, or else in any other.
  private func versionOnDisk(
    of name: DefinitionName, committed: DefinitionVersion?, _ files: LifeFiles
  ) -> DefinitionVersion? {
    let id = Array(name.id.utf8)
    func version(_ path: RepositoryPath) -> DefinitionVersion? {
      let file = location.path + "/" + String(decoding: path.bytes, as: UTF8.self)
      // A folder on the way may be a link, which is not followed.
      guard let real = realpath(file, nil) else { return nil }
      defer { free(real) }
      guard String(cString: real).utf8.elementsEqual(file.utf8),
        let bytes = try? FileReading.read(file, limit: limits.fileBytes), !bytes.isEmpty,
        path == committed?.path || bytes.firstRange(of: id) != nil,
        case .definition(let version) = files.content(of: bytes, path)
      else { return nil }
      return version.kind == name.kind && version.id == name.id ? version : nil
    }
    if let path = committed?.path, let found = version(path) { return found }
    let listing = DirectoryListing(root: location.path, configuration: configuration, limits: limits)
    return listing.files.lazy.compactMap { version($0) }.first
  }

  /// When a definition got under way; nil where no tree of the history up to `tip` has it.
  func start(of name: DefinitionName, upTo tip: ObjectID) throws(GitError) -> LifeStart? {
    guard
      var search = StartSearch(
        shape: library.shape(of: name.kind), fiscalYearStart: configuration.fiscalYearStart)
    else { return library.slot(of: name.kind) == nil ? nil : .noLifecycle }
    let repository = try Repository.open(at: location.path)
    var run = LifeRun(self, name)
    var isKnown = false
    _ = try run.read(from: nil, to: tip, searches: true, repository) { event, _ in
      isKnown = true
      search.take(event)
      return true
    }
    return isKnown || run.stood != nil ? search.result : nil
  }
}

/// One way through the history of a definition.
struct LifeRun {
  var walk: LifeWalk
  /// The definition where the way began, if it was there.
  private(set) var stood: DefinitionVersion?
  /// The day of the oldest commit that was met.
  private(set) var oldestDay = Day.first
  private let clock: ZoneClock
  private let limit: Int

  init(_ reader: LifeReader, _ name: DefinitionName) {
    walk = LifeWalk(name, reader.location, reader.configuration, reader.library, reader.limits)
    clock = ZoneClock(zone: reader.configuration.timezone)
    limit = reader.limits.commits
  }

  /// Tells every event from `tip` back to `base`, newest first, until `each` returns false.
  mutating func read(
    from base: ObjectID?, to tip: ObjectID, searches: Bool, _ repository: borrowing Repository,
    each: (LifeEvent, inout LifeWalk) -> Bool
  ) throws(GitError) -> HistoryStart {
    let known = try commits(until: base, repository)
    var bridge = LifeBridge()
    var child: (id: ObjectID, facts: CommitLinks)?
    var (isWanted, isAtBase, count) = (true, false, 0)
    func tell(_ events: [LifeEvent], _ walk: inout LifeWalk) {
      for event in events where isWanted { isWanted = each(event, &walk) }
    }
    if walk.version == nil { try walk.start(in: repository.links(of: tip).tree, repository) }
    stood = walk.version
    let end = try repository.firstParentLinks(from: tip) { (id, facts) throws(GitError) in
      count += 1
      if let step = child {
        let moments = try walk.moments(
          of: sides(step, old: facts.tree), searches: searches, repository)
        for moment in moments { tell(bridge.take(moment), &walk) }
      }
      isAtBase = known.contains(id)
      guard isWanted, !isAtBase, count < limit else { return false }
      child = (id, facts)
      return true
    }
    if let child { oldestDay = clock.day(of: child.facts.time) }
    if isWanted, end == .reachedRoot, let child {
      let moments = try walk.moments(of: sides(child, old: nil), searches: searches, repository)
      for moment in moments { tell(bridge.take(moment), &walk) }
    }
    tell(bridge.finish(), &walk)
    switch end {
    case .reachedRoot, .reachedBase: return .root
    case .cutShallow: return .shallow(oldestDay)
    case .missing: return .missing(oldestDay)
    case .stopped: return isAtBase || !isWanted ? .base : .missing(oldestDay)
    }
  }

  private func sides(_ step: (id: ObjectID, facts: CommitLinks), old: ObjectID?) -> LifeWalk.Sides {
    LifeWalk.Sides(
      step: LifeStep(commit: step.id.description, day: clock.day(of: step.facts.time)), old: old,
      new: step.facts.tree)
  }

  /// The commits at which the way ends: a branch may be the beginning of a period of another one.
  private func commits(
    until base: ObjectID?, _ repository: borrowing Repository
  ) throws(GitError) -> Set<ObjectID> {
    guard let base else { return [] }
    var known: Set<ObjectID> = []
    try repository.firstParentLinks(from: base) { (id, _) throws(GitError) in
      known.insert(id)
      return known.count < limit
    }
    return known
  }
}
