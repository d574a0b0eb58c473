import Glibc

/// Writes to standard output and error, byte for byte, and never believes that it worked without being told.
enum Output {
  /// Writes a result; a full disk or a closed output ends the process with code 3.
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a result as it is, byte for byte.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes what is no result.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = attempt(bytes, STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    let failure = attempt(bytes, descriptor)
    guard failure != 0 else { return }
    if failure != EPIPE {
      writeError("prodops: the output could not be written: \(String(cString: strerror(failure)))\n")
    }
    exit(Ending.couldNotWork.rawValue)
  }

  private static func attempt(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
    var start = 0
    return bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        if written > 0 {
          start += written
        } else if written < 0, errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
