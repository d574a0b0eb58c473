public import Diagnostics
public import GitStore
internal import Glibc

/// Where the user's path lies: the workspace's folder, and the part of it that is meant.
public struct WorkspacePlace: Sendable {
  /// The workspace's folder, absolute.
  public let root: String
  /// The part that is meant, relative to the root; nil for everything.
  public let below: RepositoryPath?

  /// The workspace that `path` is in: the nearest folder upwards with a `prodops.json`, within its repository, else
  /// the folder itself.
  public static func find(_ path: String) throws(WorkspaceError) -> WorkspacePlace {
    guard let real = realpath(path, nil) else {
      throw .noFolder(path, reason: FileReading.words(errno))
    }
    defer { free(real) }
    let absolute = String(cString: real)
    let isFolder = FileReading.isFolder(absolute)
    let start = isFolder ? absolute : parent(of: absolute)
    var folder = start
    while true {
      if FileReading.exists(folder + "/prodops.json") { break }
      let next = parent(of: folder)
      if FileReading.exists(folder + "/.git") || next == folder {
        folder = start
        break
      }
      folder = next
    }
    let rest = absolute.utf8.dropFirst(folder == "/" ? 1 : folder.utf8.count + 1)
    return WorkspacePlace(root: folder, below: rest.isEmpty ? nil : RepositoryPath(bytes: Array(rest)))
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash > path.utf8.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Whether a single file is meant.
  public var isFile: Bool {
    guard let below else { return false }
    return !FileReading.isFolder(root + "/" + String(decoding: below.bytes, as: UTF8.self))
  }

  /// The repository that the workspace is in.
  public func repository() throws(GitError) -> WorkspaceRepository {
    let repository = try Repository.open(at: root)
    var prefix: [UInt8] = []
    if let directory = repository.workingDirectory {
      var top = Array(directory.utf8)
      while top.count > 1, top.last == 0x2F { top.removeLast() }
      let path = Array(root.utf8)
      if path.count > top.count, path.starts(with: top) { prefix = Array(path[(top.count + 1)...]) }
    }
    return WorkspaceRepository(location: RepositoryLocation(path: root, prefix: prefix))
  }

  /// Whether the folder is a bare repository, whose definitions are only in its commits.
  public func isBareRepository() throws(GitError) -> Bool {
    guard FileReading.exists(root + "/HEAD"), FileReading.exists(root + "/objects"),
      FileReading.exists(root + "/refs")
    else { return false }
    return try Repository.open(at: root, discover: false).isBare
  }
}

/// The repository that a workspace is in.
public struct WorkspaceRepository: Sendable {
  /// Where the workspace stands in it.
  public let location: RepositoryLocation

  /// The commit that a revision names.
  public func resolve(_ revision: String) throws(GitError) -> ObjectID {
    try Repository.open(at: location.path).resolve(revision)
  }
}

extension RepositoryPath {
  /// Whether this path is `other`, or below it.
  public func isInside(_ other: RepositoryPath) -> Bool {
    bytes == other.bytes
      || (bytes.count > other.bytes.count && bytes.starts(with: other.bytes)
        && bytes[other.bytes.count] == 0x2F)
  }
}
