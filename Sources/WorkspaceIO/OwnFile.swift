internal import Diagnostics
internal import GitStore
internal import Glibc
internal import JSONSyntax
internal import Workspaces

/// A file of the tool's own, the configuration or the baseline, as it was read or why not.
struct OwnFile {
  /// Where it stands.
  let path: RepositoryPath
  /// Its text; nil where there is none.
  private(set) var bytes: [UInt8]?
  /// Why a file that is there could not be read.
  private(set) var problem: FileProblem.Reason?

  /// Reads the file below the folder `root`, an absolute path.
  init(_ path: RepositoryPath, in root: String, limit: Int) {
    self.path = path
    do throws(FileReading.Failure) {
      bytes = try FileReading.read(Array(root.utf8) + [0x2F] + path.bytes, limit: limit, folder: -1)
    } catch {
      if case .system(ENOENT) = error { return }
      if case .system(ENOTDIR) = error { return }
      problem = FolderReader.reason(error)
    }
  }

  /// Reads the file of a commit, in the tree of the workspace's folder.
  init(
    _ path: RepositoryPath, in tree: ObjectID?, of location: RepositoryLocation,
    _ repository: borrowing Repository, limit: Int
  ) {
    self.path = path
    do throws(GitError) {
      if let tree { bytes = try location.read(path, in: tree, repository, limit: limit) }
    } catch {
      problem = BlobReader.reason(error)
    }
  }

  /// What the file says as a configuration; the defaults where it says nothing.
  var configuration: Configuration {
    bytes.map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
  }

  /// What the file says as a baseline.
  var baseline: Baseline {
    if let bytes { return Baseline(path: path, bytes) }
    return Baseline(path: path, problem.map { .notRead($0) } ?? .missing)
  }
}
