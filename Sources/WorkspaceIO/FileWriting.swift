public import Diagnostics
internal import Glibc

/// Why a file could not be written.
public struct WritingFailure: Error, Equatable, Sendable {
  /// The file.
  public let path: RepositoryPath
  /// What stood in the way, in words.
  public let reason: String
}

/// Writes files below one folder: each whole or not at all, and never through a symbolic link.
///
/// A file is written under another name beside its place, brought to the disk, and then put there in one step.
public struct FileWriter: ~Copyable {
  private let folder: Int32
  private var serial = 0

  /// Writes below the folder at `root`, which exists.
  public init(root: String) throws(WritingFailure) {
    folder = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else {
      throw WritingFailure(path: RepositoryPath(root), reason: FileReading.words(errno))
    }
  }

  deinit { close(folder) }

  /// Makes the folder at `path`, with those above it; whether there was none is the answer.
  public static func makeFolder(_ path: String) throws(WritingFailure) -> Bool {
    if FileReading.isFolder(path) { return false }
    guard !FileReading.exists(path) else {
      throw WritingFailure(path: RepositoryPath(path), reason: "it is a file, not a folder")
    }
    var made = path.utf8.first == 0x2F ? "" : "."
    for part in path.utf8.split(separator: 0x2F) {
      made += "/" + String(Substring(part))
      if FileReading.isFolder(made) { continue }
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
        throw WritingFailure(path: RepositoryPath(path), reason: FileReading.words(errno))
      }
    }
    return true
  }

  /// Writes a new file with mode 644; false where something stands there already, which is left as it is.
  public mutating func create(_ path: RepositoryPath, _ bytes: [UInt8]) throws(WritingFailure) -> Bool {
    let parent = try open(parentOf: path)
    defer { if parent != folder { close(parent) } }
    let name = String(decoding: path.name, as: UTF8.self)
    if faccessat(parent, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 { return false }
    let temporary = try write(bytes, mode: 0o644, beside: path, in: parent)
    // A link fails where a file has come to stand in the meantime; a renaming would put it away.
    if linkat(parent, temporary, parent, name, 0) == 0 {
      unlinkat(parent, temporary, 0)
    } else {
      let failure = errno
      guard failure != EEXIST, renameat(parent, temporary, parent, name) == 0 else {
        unlinkat(parent, temporary, 0)
        if failure == EEXIST { return false }
        throw WritingFailure(path: path, reason: FileReading.words(failure))
      }
    }
    fsync(parent)
    return true
  }

  /// Puts `bytes` in the place of a file, which keeps its mode; a file that is not there is made with mode 644.
  public mutating func replace(_ path: RepositoryPath, _ bytes: [UInt8]) throws(WritingFailure) {
    let parent = try open(parentOf: path)
    defer { if parent != folder { close(parent) } }
    let name = String(decoding: path.name, as: UTF8.self)
    var status = stat()
    var mode: mode_t = 0o644
    if fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw WritingFailure(path: path, reason: "it is no regular file")
      }
      guard faccessat(parent, name, W_OK, 0) == 0 else {
        throw WritingFailure(path: path, reason: FileReading.words(errno))
      }
      mode = status.st_mode & 0o7777
    }
    let temporary = try write(bytes, mode: mode, beside: path, in: parent)
    guard renameat(parent, temporary, parent, name) == 0 else {
      let failure = errno
      unlinkat(parent, temporary, 0)
      throw WritingFailure(path: path, reason: FileReading.words(failure))
    }
    fsync(parent)
  }

  // MARK: Steps

  /// The folder that `path` is in, made where it is missing, opened without following a link.
  private func open(parentOf path: RepositoryPath) throws(WritingFailure) -> Int32 {
    var current = folder
    for part in path.bytes.split(separator: 0x2F).dropLast() {
      let name = String(decoding: part, as: UTF8.self)
      guard name != "..", name != "." else {
        throw WritingFailure(path: path, reason: "the path leaves the folder")
      }
      if mkdirat(current, name, 0o755) != 0, errno != EEXIST {
        throw abandon(current, path, FileReading.words(errno))
      }
      let next = openat(current, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else {
        let isLink = errno == ELOOP || errno == ENOTDIR
        throw abandon(
          current, path,
          isLink ? "'\(name)' is a symbolic link or a file, not a folder" : FileReading.words(errno))
      }
      if current != folder { close(current) }
      current = next
    }
    return current
  }

  private func abandon(_ descriptor: Int32, _ path: RepositoryPath, _ reason: String) -> WritingFailure {
    if descriptor != folder { close(descriptor) }
    return WritingFailure(path: path, reason: reason)
  }

  /// Writes a file of another name into `parent`, to the disk; the name is the answer.
  private mutating func write(
    _ bytes: [UInt8], mode: mode_t, beside path: RepositoryPath, in parent: Int32
  ) throws(WritingFailure) -> String {
    serial += 1
    let name = ".prodops-\(getpid())-\(serial).tmp"
    let file = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WritingFailure(path: path, reason: FileReading.words(errno)) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, failure == 0 {
        let written = Glibc.write(file, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        if written > 0 { start += written } else if errno != EINTR { failure = errno }
      }
    }
    if failure == 0, fchmod(file, mode) != 0 || fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      unlinkat(parent, name, 0)
      throw WritingFailure(path: path, reason: FileReading.words(failure))
    }
    return name
  }
}
