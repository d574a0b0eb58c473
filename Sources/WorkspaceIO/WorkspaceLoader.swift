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
  /// The definition files have more bytes together than the limit.
  case tooLarge(limit: Int)
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
  public func loadFolder(judgedBy configuration: Configuration? = nil) async throws(WorkspaceError)
    -> Snapshot
  {
    guard FileReading.isFolder(root) else { throw .noFolder(root, reason: "it is not there, or no folder") }
    let folder = root
    let limits = limits
    let own = OwnFile(Configuration.path, in: folder, limit: limits.fileBytes)
    let order = OwnFile(OrderFile.path, in: folder, limit: limits.fileBytes)
    let baseline = (configuration ?? own.configuration).baselinePath.map {
      OwnFile($0, in: folder, limit: limits.baselineBytes).baseline
    }
    let judge = configuration ?? own.configuration.with(baseline)
    async let schemas = SchemaLibrary.of(judge) { path in
      try? FileReading.read(
        folder + "/" + String(decoding: path.bytes, as: UTF8.self), limit: limits.fileBytes)
    }
    let listing = DirectoryListing(root: folder, configuration: judge, limits: limits)
    let library = await schemas
    let budget = ByteBudget(limits.totalBytes)
    let parts = await inParallel(listing.files) { paths in
      FolderReader(root: folder, library: library, limits: limits, budget: budget).read(paths)
    }
    let absent = try await sparseFiles(besides: listing.files, judge, library, budget)
    if budget.isSpent { throw .tooLarge(limit: limits.totalBytes) }
    return await assemble(parts + absent, listing.problems, own, order, judge, library, baseline)
  }

  /// In a sparse checkout, the definitions that are not on disk, as the checked-out commit has them.
  private func sparseFiles(
    besides present: [RepositoryPath], _ configuration: Configuration, _ library: SchemaLibrary,
    _ budget: ByteBudget
  ) async throws(WorkspaceError) -> [ReadFiles] {
    guard FileReading.exists(root + "/.git/info/sparse-checkout") else { return [] }
    do throws(GitError) {
      let repository = try Repository.open(at: root)
      guard repository.isSparse else { return [] }
      let location = RepositoryLocation(path: root)
      guard let tree = try location.tree(of: repository.resolve("HEAD"), in: repository) else { return [] }
      let listing = try TreeListing(tree, in: repository, configuration: configuration, limits: limits)
      let known = Set(present)
      let missing = listing.files.filter { !known.contains($0.path) }
      let reader = BlobReader(path: root, library: library, limits: limits, cache: cache, budget: budget)
      return [reader.read(missing[...])]
    } catch {
      throw .git(error)
    }
  }

  /// The tree of a commit, below the workspace's folder.
  public func load(
    _ commit: ObjectID, of location: RepositoryLocation, judgedBy configuration: Configuration? = nil
  ) async throws(WorkspaceError) -> Snapshot {
    let budget = ByteBudget(limits.totalBytes)
    let snapshot: Snapshot
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let tree = try location.tree(of: commit, in: repository)
      let own = OwnFile(Configuration.path, in: tree, of: location, repository, limit: limits.fileBytes)
      let order = OwnFile(OrderFile.path, in: tree, of: location, repository, limit: limits.fileBytes)
      var judge = configuration ?? own.configuration
      var baseline: Baseline?
      if let path = judge.baselinePath {
        baseline = OwnFile(path, in: tree, of: location, repository, limit: limits.baselineBytes).baseline
      }
      if configuration == nil { judge.baseline = baseline }
      let library = SchemaLibrary.of(judge) { path in
        tree.flatMap { try? location.read(path, in: $0, repository, limit: limits.fileBytes) }
      }
      guard let tree else { return await assemble([], [], own, order, judge, library, baseline) }
      let listing = try TreeListing(tree, in: repository, configuration: judge, limits: limits)
      let path = location.path
      let cache = cache
      let parts = await inParallel(listing.files) { files in
        BlobReader(path: path, library: library, limits: limits, cache: cache, budget: budget).read(files)
      }
      snapshot = await assemble(parts, listing.problems, own, order, judge, library, baseline)
    } catch {
      throw .git(error)
    }
    if budget.isSpent { throw .tooLarge(limit: limits.totalBytes) }
    return snapshot
  }

  /// What a commit's `prodops.json` says.
  public func configuration(
    of commit: ObjectID, of location: RepositoryLocation
  ) async throws(WorkspaceError) -> Configuration {
    do throws(GitError) {
      let repository = try Repository.open(at: location.path)
      let tree = try location.tree(of: commit, in: repository)
      return OwnFile(Configuration.path, in: tree, of: location, repository, limit: limits.fileBytes)
        .configuration
    } catch {
      throw .git(error)
    }
  }

  private func assemble(
    _ parts: [ReadFiles], _ problems: [FileProblem], _ own: OwnFile, _ order: OwnFile,
    _ configuration: Configuration, _ library: SchemaLibrary, _ baseline: Baseline?
  ) async -> Snapshot {
    var files = parts.flatMap(\.files)
    var problems = problems + parts.flatMap(\.problems)
    if let baseline {
      files.removeAll { $0.path == baseline.path }
      problems.removeAll { $0.path == baseline.path }
    }
    if let bytes = own.bytes {
      let source = SourceReader(library: library, limits: limits).readConfiguration(bytes)
      files.append(Snapshot.File(path: Configuration.path, source: source))
    } else if let reason = own.problem, !problems.contains(where: { $0.path == Configuration.path }) {
      problems.append(FileProblem(reason, at: Configuration.path))
    }
    if let bytes = order.bytes {
      let source = SourceReader(library: library, limits: limits).readOrder(bytes)
      files.append(Snapshot.File(path: order.path, source: source))
    } else if let reason = order.problem, !problems.contains(where: { $0.path == order.path }) {
      problems.append(FileProblem(reason, at: order.path))
    }
    problems += CaseCollisions.among(files.map(\.path))
    return await Snapshot.assembled(
      files: files, problems: problems.sorted { $0.path < $1.path }, configuration: configuration,
      library: library, baseline: baseline, width: width)
  }

  /// Works on `items` in shares that the tasks take one after the other, and gives the results in order.
  private func inParallel<Item: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (ArraySlice<Item>) -> ReadFiles
  ) async -> [ReadFiles] {
    guard items.count > 32, width > 1 else { return [work(items[...])] }
    let size = min(512, (items.count + width - 1) / width)
    let starts = Array(stride(from: 0, to: items.count, by: size))
    return await withTaskGroup(of: (Int, ReadFiles).self) { group in
      func add(_ index: Int) {
        let slice = items[starts[index]..<min(starts[index] + size, items.count)]
        group.addTask { (index, work(slice)) }
      }
      for index in starts.indices.prefix(width) { add(index) }
      var next = width
      var results = [ReadFiles](repeating: ReadFiles(), count: starts.count)
      for await (index, result) in group {
        results[index] = result
        if next < starts.count { add(next) }
        next += 1
      }
      return results
    }
  }
}

/// The bytes that all definition files together may have, counted by every task that reads.
///
/// Which file exceeds it depends on the tasks' luck, so that the whole run ends then: nothing is left out by chance.
final class ByteBudget: Sendable {
  private let left: Atomic<Int>

  init(_ bytes: Int) { left = Atomic(bytes) }

  /// Whether more has been read than there was.
  var isSpent: Bool { left.load(ordering: .relaxed) < 0 }

  /// Takes bytes; false where there are no more.
  func take(_ bytes: Int) -> Bool { left.subtract(bytes, ordering: .relaxed).newValue >= 0 }
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
    var problems: [FileProblem] = []
    for path in paths where !path.isUTF8 { problems.append(FileProblem(.nameNotUTF8, at: path)) }
    // Where every path is in lower case, equal ones would be one path.
    guard paths.contains(where: { $0.bytes.contains { $0 >= 0x41 && $0 <= 0x5A } }) else { return problems }
    var seen: [[UInt8]: RepositoryPath] = [:]
    seen.reserveCapacity(paths.count)
    for path in paths {
      let folded = path.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      if let other = seen[folded] {
        problems.append(FileProblem(.caseCollision(with: other), at: path))
      } else {
        seen[folded] = path
      }
    }
    return problems
  }
}
