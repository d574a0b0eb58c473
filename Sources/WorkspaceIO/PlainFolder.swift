public import Diagnostics
internal import Glibc

/// A folder as it is, whether or not it is a workspace.
public struct PlainFolder: Sendable {
  /// The folder, absolute and without links.
  public let root: String

  /// The folder at `path`, which is made where it is missing.
  public init(_ path: String) throws(WritingFailure) {
    _ = try FileWriter.makeFolder(path)
    guard let real = realpath(path, nil) else {
      throw WritingFailure(path: RepositoryPath(path), reason: FileReading.words(errno))
    }
    defer { free(real) }
    root = String(cString: real)
  }

  /// Whether anything stands at `path`.
  public static func isThere(_ path: String) -> Bool { FileReading.exists(path) }

  /// Whether something stands at `path` that is no folder.
  public static func isOther(_ path: String) -> Bool {
    FileReading.exists(path) && !FileReading.isFolder(path)
  }

  /// The folder's own name.
  public var name: String { root.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? "" }

  /// The file at `path` below it; nil where it cannot be read.
  public func bytes(of path: RepositoryPath) -> [UInt8]? {
    try? FileReading.read(Array(root.utf8) + [0x2F] + path.bytes, limit: 16 << 20, folder: -1)
  }

  /// Whether there is anything at `path` below it.
  public func has(_ path: RepositoryPath) -> Bool {
    FileReading.exists(root + "/" + String(decoding: path.bytes, as: UTF8.self))
  }
}
