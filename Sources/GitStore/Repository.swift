internal import CLibgit2

/// An open git repository, read only.
///
/// A repository is used by one task at a time: readers that work in parallel each open their own, which takes
/// well under a millisecond. Everything that it hands out is a value and stays valid after it is gone.
@safe public struct Repository: ~Copyable {
  let handle: Handle<RepositoryHandle>
  let database: Handle<DatabaseHandle>
  let looseObjects: LooseObjects
  let treeCache = TreeCache()
  let commitCache = CommitCache()

  /// The directory of files, without a slash at its end; nil in a bare repository.
  public let workingDirectory: String?
  /// The `.git` directory, or that of the linked worktree.
  public let gitDirectory: String
  /// The directory that linked worktrees share: objects and references are here.
  public let commonDirectory: String
  /// The commits at which a shallow clone ends; their parents are not read.
  public let shallowRoots: Set<ObjectID>
  /// The parents that `info/grafts` gives to commits.
  let grafts: [ObjectID: [ObjectID]]
  /// The objects that `refs/replace/` puts in the place of others.
  let replacements: [ObjectID: ObjectID]
  /// How the clone leaves objects with its remote; nil in a full clone.
  public let partialClone: PartialClone?
  /// Whether the working directory holds a part of the files only.
  public let isSparse: Bool

  /// Whether there is no working directory.
  public var isBare: Bool { workingDirectory == nil }
  /// Whether the history was cut when cloning.
  public var isShallow: Bool { !shallowRoots.isEmpty }

  /// Opens the repository at a path, or the nearest above it where `discover` is true.
  ///
  /// With `honoringHookEnvironment` the variables that git sets for its hooks count, so that a hook on the
  /// receiving side finds the objects in quarantine.
  public static func open(
    at path: String, discover: Bool = true, honoringHookEnvironment: Bool = false
  ) throws(GitError) -> Repository {
    try open(
      at: path, discover: discover, honoringHookEnvironment: honoringHookEnvironment, environment: .process)
  }

  static func open(
    at path: String, discover: Bool = true, honoringHookEnvironment: Bool = false, environment: Environment
  ) throws(GitError) -> Repository {
    try Library.start()
    var flags: UInt32 = 0
    if !discover { flags |= GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue }
    if honoringHookEnvironment { flags |= GIT_REPOSITORY_OPEN_FROM_ENV.rawValue }
    let handle: Handle<RepositoryHandle>
    do throws(GitError) {
      handle = try unsafe Handle("git_repository_open_ext") { out in
        unsafe git_repository_open_ext(&out, path, flags, nil)
      }
    } catch {
      throw openingError(error, path: path)
    }
    return try Repository(
      handle, environment: environment, honoringHookEnvironment: honoringHookEnvironment)
  }

  private init(
    _ repository: consuming Handle<RepositoryHandle>, environment: Environment, honoringHookEnvironment: Bool
  ) throws(GitError) {
    let pointer = unsafe repository.pointer
    let workingDirectory = unsafe git_repository_workdir(pointer).map { unsafe directoryPath($0) }
    let gitDirectory = unsafe directoryPath(git_repository_path(pointer))
    let commonDirectory = unsafe directoryPath(git_repository_commondir(pointer))
    try Ownership(environment: environment).check(
      workingDirectory: workingDirectory, gitDirectory: gitDirectory)
    let configuration = try Configuration(of: repository, gitDirectory: gitDirectory)
    try configuration.checkFormat()
    let opened: Handle<DatabaseHandle> = try unsafe Handle("git_repository_odb") { out in
      unsafe git_repository_odb(&out, pointer)
    }
    let isReplacing =
      environment["GIT_NO_REPLACE_OBJECTS"] == nil && configuration.boolean("core.usereplacerefs") != false
    replacements = isReplacing ? try readReplacements(repository, commonDirectory) : [:]
    looseObjects = LooseObjects(
      in: commonDirectory, environment: honoringHookEnvironment ? environment : nil)
    self.workingDirectory = workingDirectory
    self.gitDirectory = gitDirectory
    self.commonDirectory = commonDirectory
    shallowRoots = readShallowRoots(commonDirectory)
    grafts = readGrafts(commonDirectory)
    partialClone = configuration.partialClone
    isSparse = configuration.boolean("core.sparsecheckout") ?? false
    database = opened
    handle = repository
  }
}

/// The path that libgit2 gives for a directory, without the slash at its end.
private func directoryPath(_ path: UnsafePointer<CChar>?) -> String {
  guard let path = unsafe path else { return "" }
  let text = unsafe String(cString: path)
  return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
}

/// What a partial clone leaves with its remote.
public struct PartialClone: Hashable, Sendable {
  /// The remote that has promised the objects.
  public let remote: String
  /// The filter of the clone, such as `blob:none`, where the configuration tells it.
  public let filter: String?
}
