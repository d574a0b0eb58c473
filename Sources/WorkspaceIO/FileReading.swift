internal import Glibc

/// Reading whole files through the system, with a limit that is kept before a byte is read.
enum FileReading {
  /// Why a file could not be read.
  enum Failure: Error {
    case tooLarge(bytes: Int, limit: Int)
    case system(Int32)
    case notAFile
  }

  /// The bytes of the file at `path`, relative to `folder` where that is an open folder; links are not followed.
  static func read(_ path: String, limit: Int, folder: Int32 = AT_FDCWD) throws(Failure) -> [UInt8] {
    try read(Array(path.utf8)[...], limit: limit, folder: folder)
  }

  /// The bytes of the file at `path`, whose name may be any bytes.
  static func read(_ path: ArraySlice<UInt8>, limit: Int, folder: Int32) throws(Failure) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(path.count + 1)
    name += path
    name.append(0)
    let descriptor = name.withUnsafeBytes { buffer -> Int32 in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return -1 }
      return openat(folder, start, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  private static func read(_ descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    if failure != 0 { throw .system(failure) }
    return bytes
  }

  /// Gives `body` the path as the system takes it.
  private static func withCString<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var name = path
    name.append(0)
    return name.withUnsafeBytes { body($0.bindMemory(to: CChar.self).baseAddress ?? emptyPath) }
  }

  /// The system's words for an error number.
  static func words(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }
}

extension FileReading {
  /// Whether `path` is a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a regular file at `path`, a link at its end not followed.
  static func isPlainFile(_ path: [UInt8]) -> Bool {
    var status = stat()
    let found = withCString(path) { lstat($0, &status) }
    return found == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What the link at `path` says; nil where it is none.
  static func linkTarget(_ path: [UInt8]) -> [UInt8]? {
    var length = -1
    let target = [UInt8](unsafeUninitializedCapacity: LinkTarget.longest) { buffer, count in
      guard let start = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      let text = start.assumingMemoryBound(to: CChar.self)
      length = withCString(path) { readlink($0, text, LinkTarget.longest) }
      count = max(length, 0)
    }
    return length < 0 ? nil : target
  }

  /// Whether there is anything at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
