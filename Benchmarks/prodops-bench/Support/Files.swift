import Glibc

/// A file or folder that could not be worked on.
struct FileFault: Error, CustomStringConvertible {
  var path: String
  var code = errno

  var description: String { "\(path): \(String(cString: strerror(code)))" }
}

/// The few file operations that a benchmark needs.
enum Files {
  static func makeFolder(_ path: String) throws {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
      guard mkdir(prefix, 0o777) == 0 || errno == EEXIST else { throw FileFault(path: prefix) }
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileFault(path: path) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw FileFault(path: path) }
      written += count
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFault(path: path) }
    defer { close(file) }
    return try drain(file, path)
  }

  /// Everything that is still to be read from `file`.
  static func drain(_ file: Int32, _ path: String) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path: path) }
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }

  /// The paths of all files below `folder`, relative to it, in the order of their bytes.
  static func below(_ folder: String) throws -> [String] {
    var result: [String] = []
    try walk(folder, "", into: &result)
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func walk(_ root: String, _ prefix: String, into result: inout [String]) throws {
    let path = prefix.isEmpty ? root : "\(root)/\(prefix)"
    guard let entries = opendir(path) else { throw FileFault(path: path) }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      let inner = prefix.isEmpty ? name : "\(prefix)/\(name)"
      if entry.pointee.d_type == UInt8(DT_DIR) {
        try walk(root, inner, into: &result)
      } else {
        result.append(inner)
      }
    }
  }
}
