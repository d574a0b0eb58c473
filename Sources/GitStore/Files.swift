internal import Glibc

/// What a path leads to.
struct FileStatus {
  let kind: UInt32
  let owner: UInt32
  let size: Int

  init?(of path: String, followingLinks: Bool = true) {
    var status = stat()
    guard unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    kind = status.st_mode & S_IFMT
    owner = status.st_uid
    size = Int(status.st_size)
  }
}

func isFile(_ path: String) -> Bool { FileStatus(of: path)?.kind == S_IFREG }

/// An open file for reading; closes itself.
struct ReadableFile: ~Copyable {
  private let descriptor: Int32
  let size: Int

  /// Opens a regular file; nothing else, so that a pipe cannot block the reader.
  init?(_ path: String, followingLinks: Bool = true) {
    descriptor = unsafe Glibc.open(
      path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size >= 0
    else {
      close(descriptor)
      return nil
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads up to `count` bytes from the start of the file; nil if the system fails.
  func read(_ count: Int) -> [UInt8]? {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(filled))
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        guard got > 0 else { break }
        filled += got
      }
    }
    return failed ? nil : bytes
  }
}

/// The bytes of a file of at most `limit` bytes; nil if there is none, or it is larger.
func readFile(_ path: String, limit: Int, followingLinks: Bool = true) -> [UInt8]? {
  guard let file = ReadableFile(path, followingLinks: followingLinks), file.size <= limit else { return nil }
  return file.read(file.size)
}

/// The names in a directory, without `.` and `..`; none if it cannot be read.
func namesInDirectory(_ path: String) -> [String] {
  guard let directory = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// The path without links and dots; nil where it leads nowhere.
func canonicalPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
