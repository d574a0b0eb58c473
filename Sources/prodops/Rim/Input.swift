import Glibc

/// Standard input.
enum Input {
  /// Everything that comes, up to `limit` bytes.
  static func read(limit: Int = 64 << 20) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var isAtEnd = false
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        count = max(got, 0)
        isAtEnd = got == 0 || got < 0 && errno != EINTR
      }
      bytes += chunk
      guard bytes.count <= limit else {
        throw Failure.usage("standard input exceeds the limit of \(limit) bytes")
      }
      if isAtEnd { return bytes }
    }
  }
}
