internal import Diagnostics
public import GitStore
internal import JSONSyntax
internal import Synchronization
public import Workspaces

/// Why a workspace could not be loaded at all.
public enum WorkspaceError: Error, Equatable, Sendable {
  /// There is no such folder.
  case noFolder(String, reason: String)
  /// The repository gave an error.
  case git(GitError)
}

/// Loads snapshots from a folder or from the commits of its repository, on several threads.
public struct WorkspaceLoader: Sendable {
  /// The workspace's folder: where `prodops.json` stands, or would.
  public let root: String
  /// The bounds that are kept.
  public let limits: Limits
  /// How many tasks read at once.
  public let width: Int
  private let cache = BlobCache()

  /// Loads what is in the folder `root`, an absolute path.
  public init(root: String, limits: Limits = Limits(), width: Int = 2) {
    self.root = root
    self.limits = limits
    self.width = max(width, 1)
  }

  /// The folder as it is on disk now; `configuration` judges instead of the folder's own where it is given.
  public func loadFolder(judgedBy configuration: Configuration? = nil) async throws(WorkspaceError) -> Snapshot {
    guard FileReading.isFolder(root) else { throw .noFolder(root, reason: "it is not there, or no folder") }
    let folder = root
    let bytes = try? FileReading.read(folder + "/prodops.json", limit: limits.fileBytes)
    let own = bytes.map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
    let judge = configuration ?? own
    let library = SchemaLibrary.of(judge) { path in
      try? FileReading.read(folder + "/" + String(decoding: path.bytes, as: UTF8.self), limit: limits.fileBytes)
    }
    let listing = DirectoryListing(root: folder, configuration: judge, limits: limits)
    let parts = await inParallel(listing.files) { paths in
      FolderReader(root: folder, library: library, limits: limits).read(paths)
    }
    return assemble(parts, listing.problems, bytes, judge, library)
  }

  /// The tree of a commit, below the workspace's folder.
  public func load(
    _ commit: ObjectID, of location: RepositoryLocation, judgedBy configuration: Configuration? = nil
  ) async throws(WorkspaceError) -> Snapshot {
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let tree = try location.tree(of: commit, in: repository)
      let own = tree.flatMap { try? location.read(Configuration.path, in: $0, repository, limits) }
      let judge = configuration ?? own.map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
      let library = SchemaLibrary.of(judge) { path in
        tree.flatMap { try? location.read(path, in: $0, repository, limits) }
      }
      guard let tree else { return assemble([], [], nil, judge, library) }
      let listing = try TreeListing(tree, in: repository, configuration: judge, limits: limits)
      let path = location.path
      let cache = cache
      let parts = await inParallel(listing.files) { files in
        BlobReader(path: path, library: library, limits: limits, cache: cache).read(files)
      }
      return assemble(parts, listing.problems, own, judge, library)
    } catch {
      throw .git(error)
    }
  }

  /// What a commit's `prodops.json` says.
  public func configuration(
    of commit: ObjectID, of location: RepositoryLocation
  ) async throws(WorkspaceError) -> Configuration {
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let tree = try location.tree(of: commit, in: repository)
      let own = tree.flatMap { try? location.read(Configuration.path, in: $0, repository, limits) }
      return own.map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
    } catch {
      throw .git(error)
    }
  }

  private func assemble(
    _ parts: [ReadFiles], _ problems: [FileProblem], _ configurationBytes: [UInt8]?, _ configuration: Configuration,
    _ library: SchemaLibrary
  ) -> Snapshot {
    var files = parts.flatMap(\.files)
    var problems = problems + parts.flatMap(\.problems)
    if let configurationBytes {
      let source = SourceReader(library: library, limits: limits).readConfiguration(configurationBytes)
      files.append(Snapshot.File(path: Configuration.path, source: source))
    }
    problems += CaseCollisions.among(files.map(\.path))
    return Snapshot(
      files: files, problems: problems.sorted { $0.path < $1.path }, configuration: configuration, library: library)
  }

  /// Splits `items` into shares, works on each in a task of its own, and gives the results in order.
  private func inParallel<Item: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (ArraySlice<Item>) -> ReadFiles
  ) async -> [ReadFiles] {
    let share = (items.count + width - 1) / width
    guard share > 16 else { return [work(items[...])] }
    return await withTaskGroup(of: (Int, ReadFiles).self) { group in
      for index in 0..<width {
        let start = min(index * share, items.count)
        let slice = items[start..<min(start + share, items.count)]
        group.addTask { (index, work(slice)) }
      }
      var results = [ReadFiles](repeating: ReadFiles(), count: width)
      for await (index, result) in group { results[index] = result }
      return results
    }
  }
}

/// What one task has read.
struct ReadFiles: Sendable {
  var files: [Snapshot.File] = []
  var problems: [FileProblem] = []
}

/// What blobs say, kept so that two snapshots of one run parse each only once.
final class BlobCache: Sendable {
  struct Key: Hashable {
    let id: ObjectID
    let isStrict: Bool
  }

  private let files = Mutex<[Key: SourceFile]>([:])

  func file(_ key: Key) -> SourceFile? { files.withLock { $0[key] } }

  func insert(_ file: SourceFile, _ key: Key) { files.withLock { $0[key] = file } }
}

/// Finds paths that would be one file where case does not count.
enum CaseCollisions {
  static func among(_ paths: [RepositoryPath]) -> [FileProblem] {
    var seen: [[UInt8]: RepositoryPath] = [:]
    seen.reserveCapacity(paths.count)
    var problems: [FileProblem] = []
    for path in paths {
      let folded = path.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      if let other = seen[folded] {
        problems.append(FileProblem(.caseCollision(with: other), at: path))
      } else {
        seen[folded] = path
      }
      if !path.isUTF8 { problems.append(FileProblem(.nameNotUTF8, at: path)) }
    }
    return problems
  }
}
