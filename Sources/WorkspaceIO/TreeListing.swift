internal import Diagnostics
internal import GitStore
internal import JSONSyntax
internal import Workspaces

/// Where a workspace stands in its repository.
public struct RepositoryLocation: Sendable, Equatable {
  /// The path by which the repository is opened.
  public let path: String
  /// The workspace's folder inside the repository, without slashes at its ends; empty for its root.
  public let prefix: [UInt8]

  /// A workspace at `prefix` of the repository at `path`.
  public init(path: String, prefix: [UInt8] = []) {
    self.path = path
    self.prefix = prefix
  }

  /// The tree of the workspace's folder in a commit; nil where the commit has no such folder.
  func tree(of commit: ObjectID, in repository: borrowing Repository) throws(GitError) -> ObjectID? {
    try descend(prefix, from: try repository.readCommit(commit).tree, repository)
  }

  func descend(
    _ folder: [UInt8], from root: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> ObjectID? {
    var tree = root
    for part in folder.split(separator: 0x2F) {
      let entry = try repository.readTree(tree).first { $0.name.elementsEqual(part) }
      guard let entry, entry.mode.kind == .directory else { return nil }
      tree = entry.id
    }
    return tree
  }

  /// The file at `path` below the workspace's folder.
  func read(
    _ path: RepositoryPath, in tree: ObjectID, _ repository: borrowing Repository, limit: Int
  ) throws(GitError) -> [UInt8]? {
    let parts = path.bytes.split(separator: 0x2F)
    guard let name = parts.last,
      let folder = try descend(Array(parts.dropLast().joined(separator: [0x2F])), from: tree, repository)
    else { return nil }
    let entry = try repository.readTree(folder).first { $0.name.elementsEqual(name) }
    guard let entry, entry.mode.isBlob else { return nil }
    return try repository.readBlob(entry.id, limit: limit)
  }
}

/// The definition files of a commit's tree.
struct TreeListing {
  /// A definition file, by its blob.
  struct Item: Sendable {
    let path: RepositoryPath
    let id: ObjectID
  }

  private(set) var files: [Item] = []
  private(set) var problems: [FileProblem] = []

  init(
    _ tree: ObjectID, in repository: borrowing Repository, configuration: Configuration, limits: Limits
  ) throws(GitError) {
    var files: [Item] = []
    var problems: [FileProblem] = []
    var previous: [UInt8] = []
    var links: [Item] = []
    do throws(GitError) {
      try repository.files(
        in: tree, limits: WalkLimits(entries: limits.entries, depth: limits.folderDepth),
        prune: { DefinitionFiles.isPassedOver($0) }
      ) { (file) throws(GitError) in
        let path = RepositoryPath(bytes: file.path)
        if let problem = file.problem {
          problems.append(FileProblem(.badName("\(problem)"), at: path))
          return
        }
        if file.mode.kind == .symlink, !DefinitionFiles.isDefinitionFile(path.name) {
          guard !DefinitionFiles.isPassedOver(file.path), configuration.mayHoldDefinitions(file.path) else {
            return
          }
          if links.count <= limits.links { links.append(Item(path: path, id: file.id)) }
          return
        }
        guard DefinitionFiles.isDefinitionFile(path.name), configuration.includes(path) else { return }
        if file.path == previous {
          problems.append(FileProblem(.badName("it stands in the tree twice"), at: path))
        }
        previous = file.path
        guard files.count < limits.definitions else {
          throw .overLimit(.entries, limit: limits.definitions, path: file.path)
        }
        switch file.mode.kind {
        case .file, .executable: files.append(Item(path: path, id: file.id))
        case .symlink: problems.append(FileProblem(.symbolicLink, at: path))
        default: break
        }
      }
    } catch {
      guard case .overLimit(let kind, let limit, let path) = error else { throw error }
      let what =
        kind == .depth
        ? "nested folders" : limit == limits.definitions ? "definition files" : "files and folders"
      problems.append(FileProblem(.tooMany(what: what, limit: limit), at: RepositoryPath(bytes: path)))
    }
    self.files = files
    self.problems = problems
    if links.count > limits.links, let last = links.popLast() {
      self.problems.append(FileProblem(.tooMany(what: "symbolic links", limit: limits.links), at: last.path))
    }
    for link in links { look(at: link, tree, repository) }
  }

  /// Tells of a link that does not lead to a file of the workspace: nobody else would know that it is not followed.
  private mutating func look(at link: Item, _ tree: ObjectID, _ repository: borrowing Repository) {
    let target = (try? repository.readBlob(link.id, limit: LinkTarget.longest)) ?? []
    if let real = LinkTarget.path(of: target, at: link.path.bytes), !real.isEmpty,
      let item = try? repository.item(at: real, in: tree),
      item.mode.kind == .file || item.mode.kind == .executable
    {
      return
    }
    problems.append(FileProblem(.linkedFolder(target: target), at: link.path))
  }
}

/// Reads the blobs of one share of a tree, through a repository of its own.
struct BlobReader {
  let path: String
  let library: SchemaLibrary
  let limits: Limits
  let cache: BlobCache
  let budget: ByteBudget

  func read(_ items: ArraySlice<TreeListing.Item>) -> ReadFiles {
    var result = ReadFiles()
    do {
      let repository = try Repository.open(at: path)
      let reader = SourceReader(library: library, limits: limits)
      for item in items where !DefinitionFiles.isOwnFile(item.path) {
        let key = BlobCache.Key(
          id: item.id, isStrict: !item.path.bytes.suffix(6).elementsEqual(".jsonc".utf8))
        if let known = cache.file(key) {
          result.files.append(Snapshot.File(path: item.path, source: known))
          continue
        }
        do throws(GitError) {
          let bytes = try repository.readBlob(item.id, limit: limits.fileBytes)
          guard budget.take(bytes.count) else { return result }
          let source = reader.read(bytes, name: item.path.name)
          cache.insert(source, key)
          result.files.append(Snapshot.File(path: item.path, source: source))
        } catch {
          result.problems.append(FileProblem(Self.reason(error), at: item.path))
        }
      }
    } catch {
      result.problems += items.map { FileProblem(.unreadable("\(error)"), at: $0.path) }
    }
    return result
  }

  static func reason(_ error: GitError) -> FileProblem.Reason {
    if case .tooLarge(_, let size, let limit) = error, size > limit {
      return .tooLarge(bytes: Int(clamping: size), limit: limit)
    }
    return .unreadable("\(error)")
  }
}
