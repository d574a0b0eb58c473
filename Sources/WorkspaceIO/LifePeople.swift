internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import GitStore
internal import SchemaChecking
internal import Workspaces

/// Who landed the steps of a life, and who wrote what they brought in.
struct LifePeople {
  /// The commits of one step.
  struct Commits {
    /// The step itself, as its author's.
    let own: Authorship
    /// Who committed it, where that is another person.
    let committer: Contributor?
    /// Whether it is a merge.
    let isMerge: Bool
    /// Those of the commits that it brought in that changed the definition's file, newest first.
    let touching: [InnerCommit]
  }

  private let mailmap: Mailmap
  private let clock: ZoneClock
  private let location: RepositoryLocation
  private let library: SchemaLibrary

  init(_ reader: LifeReader, _ repository: borrowing Repository) throws(GitError) {
    mailmap = try repository.mailmap()
    clock = ZoneClock(zone: reader.configuration.timezone)
    location = reader.location
    library = reader.library
  }

  private func contributor(_ signature: Signature) -> Contributor {
    let proper = mailmap.resolve(name: signature.name, email: signature.email)
    return Contributor(name: proper.name, email: proper.email)
  }

  private func authorship(of commit: Commit) -> Authorship {
    Authorship(
      commit: commit.id.description, day: clock.day(of: commit.author.time),
      author: contributor(commit.author))
  }

  /// The step of an event with its people.
  func landing(
    of event: LifeEvent, _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) -> Landing {
    landing(of: event, try commits(of: event, &walk, repository))
  }

  /// The step of an event with its people, who are known already.
  func landing(of event: LifeEvent, _ commits: Commits) -> Landing {
    var authors: [Contributor] = []
    for commit in commits.touching.reversed() where !authors.contains(commit.authorship.author) {
      authors.append(commit.authorship.author)
    }
    let reference = StepReference(
      commit: event.step.commit, day: event.step.day,
      authors: authors.isEmpty ? [commits.own.author] : authors,
      merger: commits.isMerge ? commits.own.author : commits.committer)
    return Landing(
      reference, commits: commits.touching.isEmpty ? [commits.own] : commits.touching.map(\.authorship))
  }

  /// The commits of the step of an event, as far as they changed the definition.
  func commits(
    of event: LifeEvent, _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) -> Commits {
    guard let id = ObjectID(hex: event.step.commit) else { throw .unknownRevision(event.step.commit) }
    let commit = try repository.readCommit(id)
    let (author, committer) = (contributor(commit.author), contributor(commit.committer))
    let isMerge = commit.parents.count > 1
    let other = committer.email == author.email || committer.isBot ? nil : committer
    return Commits(
      own: authorship(of: commit), committer: isMerge ? nil : other, isMerge: isMerge,
      touching: isMerge ? try touching(event, commit, &walk, repository) : [])
  }

  // MARK: Inside a merge

  private func touching(
    _ event: LifeEvent, _ merge: Commit, _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) -> [InnerCommit] {
    var (paths, ids): ([RepositoryPath], [String]) = ([], [])
    switch event.deed {
    case .unreadable(let path, _): paths = [path]
    case .changed(let before, let after):
      for version in [after, before] {
        guard let version else { continue }
        if !paths.contains(version.path) { paths.append(version.path) }
        ids += [version.id] + version.formerIDs
      }
    }
    var search = InnerSearch(paths, ids: ids, below: location.prefix)
    for parent in merge.parents.dropFirst() where !ids.isEmpty {
      try search.findElsewhere(in: repository.links(of: parent).tree, &walk, repository)
    }
    let shape: Shape? =
      if case .changed(let before, let after) = event.deed {
        (after ?? before).flatMap { library.shape(of: $0.kind) }
      } else { nil }
    var found: [InnerCommit] = []
    for id in try repository.commitsBroughtIn(by: merge.id) {
      let facts = try repository.links(of: id)
      var parents: [ObjectID] = []
      for parent in facts.parents { parents.append(try repository.links(of: parent).tree) }
      guard try search.isTouched(facts.tree, parents, &walk, repository) else { continue }
      let version = try search.version(in: facts.tree, &walk, repository)
      var indices: [LeafIndex?] = []
      for parent in parents {
        indices.append(try search.version(in: parent, &walk, repository).map { LeafIndex($0.leaves(shape)) })
      }
      found.append(
        InnerCommit(
          authorship(of: try repository.readCommit(id)), fields: version.map { LeafIndex($0.leaves(shape)) },
          parents: indices))
    }
    return found
  }
}

/// Finds a definition in the trees of commits that a merge brought in, by the paths at which it ever stood there.
private struct InnerSearch {
  private var followers: [PathFollower]
  private let ids: [String]
  private let prefix: [UInt8]

  init(_ paths: [RepositoryPath], ids: [String], below prefix: [UInt8]) {
    followers = paths.map { PathFollower($0, below: prefix) }
    self.ids = ids
    self.prefix = prefix
  }

  /// Looks through a whole tree where no known path leads to the definition.
  mutating func findElsewhere(
    in root: ObjectID, _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) {
    guard try version(in: root, &walk, repository) == nil else { return }
    if let found = try walk.find(ids, in: root, repository) { add(found.path) }
  }

  private mutating func add(_ path: RepositoryPath) {
    if !followers.contains(where: { $0.path == path }) { followers.append(PathFollower(path, below: prefix)) }
  }

  /// The definition in a root directory.
  mutating func version(
    in root: ObjectID, _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) -> DefinitionVersion? {
    for index in followers.indices {
      let item = try followers[index].item(in: root, repository)
      let content = try walk.files.content(item, followers[index].path, repository)
      if let version = content.version, ids.contains(version.id) { return version }
    }
    return nil
  }

  /// Whether a commit's files of the definition are those of none of its parents.
  mutating func isTouched(
    _ root: ObjectID, _ parents: [ObjectID], _ walk: inout LifeWalk, _ repository: borrowing Repository
  ) throws(GitError) -> Bool {
    let own = try items(in: root, repository)
    for parent in parents where try items(in: parent, repository) == own { return false }
    guard own.contains(where: { $0 != nil }) else { return true }
    // Where a parent has it at none of the known paths, it may have come from another one.
    for parent in parents where try version(in: parent, &walk, repository) == nil {
      for change in try walk.changes(from: parent, to: root, repository) {
        let path = RepositoryPath(bytes: change.path)
        let content = try walk.files.content(change.old, path, mentioning: ids, repository)
        if let version = content.version, ids.contains(version.id) { add(path) }
      }
    }
    return true
  }

  private mutating func items(
    in root: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> [TreeItem?] {
    var items: [TreeItem?] = []
    for index in followers.indices { items.append(try followers[index].item(in: root, repository)) }
    return items
  }
}
