internal import CGitSupport
internal import CLibgit2
internal import Glibc

/// The objects that stand in files of their own, read here and not by libgit2.
///
/// A cut file makes libgit2 before 1.9 inflate for ever, and it believes the size that a file claims.
final class LooseObjects {
  /// Which first bytes of names have a directory, for each directory of objects.
  private let directories: [(path: String, fanOut: Set<String>)]
  /// The names found so far, by first byte.
  private var known: [UInt8: [ObjectID: String]] = [:]

  /// Looks in the repository's own objects, its alternates, and those that a hook's environment adds.
  init(in commonDirectory: String, environment: Environment?) {
    var paths = [commonDirectory + "/objects"]
    if let environment {
      let extra =
        environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"]?.split(separator: ":").map(String.init) ?? []
      paths += [environment["GIT_OBJECT_DIRECTORY"]].compactMap(\.self) + extra
    }
    directories = paths.flatMap { [$0] + readAlternates($0) }.compactMap { path in
      let fanOut = Set(namesInDirectory(path).filter { $0.utf8.count == 2 })
      return fanOut.isEmpty ? nil : (path, fanOut)
    }
  }

  /// Reads an object, or gives nil where it is not loose.
  func read(_ id: ObjectID, limit: Int) throws(GitError) -> ObjectBytes? {
    guard !directories.isEmpty, let file = try open(id) else { return nil }
    guard let start = file.read(min(file.size, 4_096)) else { throw .corrupt(id, reason: "unreadable file") }
    // Most objects come out whole at once; of large ones only the header is of use so far.
    let isAll = file.size == start.count
    let first = try Inflated(start, capacity: isAll ? Self.firstBytes : LooseHeader.longest, of: id)
    let header = try LooseHeader(first.bytes.prefix(LooseHeader.longest), of: id)
    guard header.size <= limit else { throw .tooLarge(id, size: header.size, limit: limit) }
    let whole = header.length + header.size
    // Deflate never makes bytes much longer: a file beyond this holds something else.
    guard file.size <= 2 * whole + 4_096 else { throw .corrupt(id, reason: "more data than its header says") }
    let bytes: [UInt8]
    if first.isWhole, isAll {
      bytes = first.bytes
    } else {
      guard let packed = file.read(file.size) else { throw .corrupt(id, reason: "unreadable file") }
      let all = try Inflated(packed, capacity: whole + 1, of: id)
      guard all.isWhole else { throw .corrupt(id, reason: "more data than its header says") }
      bytes = all.bytes
    }
    guard bytes.count == whole else { throw .corrupt(id, reason: "another size than its header says") }
    let body = bytes[header.length...]
    guard hash(of: body, header.kind) == id else {
      throw .corrupt(id, reason: "its content has another name")
    }
    return ObjectBytes(header.kind, copying: body)
  }

  private static let firstBytes = 16_384

  /// Opens the file of an object, if there is one.
  private func open(_ id: ObjectID) throws(GitError) -> ReadableFile? {
    let first = UInt8(truncatingIfNeeded: id.high >> 56)
    if known[first] == nil {
      let name = id.description
      let prefix = String(name.prefix(2))
      for (path, fanOut) in directories where fanOut.contains(prefix) {
        if let file = ReadableFile("\(path)/\(prefix)/\(name.dropFirst(2))") { return file }
      }
      // Looked for in vain: a list tells of the others without asking the system for each.
      known[first] = list(prefix)
    }
    guard let path = known[first]?[id] else { return nil }
    if let file = ReadableFile(path) { return file }
    // Gone since it was listed: it has been packed.
    guard FileStatus(of: path) != nil else { return nil }
    throw .corrupt(id, reason: "unreadable file")
  }

  private func list(_ prefix: String) -> [ObjectID: String] {
    var found: [ObjectID: String] = [:]
    for (path, fanOut) in directories where fanOut.contains(prefix) {
      for name in namesInDirectory("\(path)/\(prefix)") {
        guard let id = ObjectID(hex: prefix + name), found[id] == nil else { continue }
        found[id] = "\(path)/\(prefix)/\(name)"
      }
    }
    return found
  }
}

/// What came out of one zlib stream, up to a number of bytes.
private struct Inflated {
  let bytes: [UInt8]
  /// Whether the stream ended there.
  let isWhole: Bool

  init(_ packed: [UInt8], capacity: Int, of id: ObjectID) throws(GitError) {
    var status = PRODOPS_INFLATE_DAMAGED
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      status = unsafe prodops_inflate(packed, packed.count, buffer.baseAddress, capacity, &filled)
    }
    isWhole = status == PRODOPS_INFLATE_DONE
    switch status {
    case PRODOPS_INFLATE_DONE, PRODOPS_INFLATE_FULL: return
    case PRODOPS_INFLATE_TRUNCATED: throw .corrupt(id, reason: "its file is cut short")
    default: throw .corrupt(id, reason: "its file cannot be inflated")
    }
  }
}

private func hash(of bytes: ArraySlice<UInt8>, _ kind: ObjectKind) -> ObjectID? {
  var oid = git_oid()
  let status = unsafe bytes.withUnsafeBytes { unsafe git_odb_hash(&oid, $0.baseAddress, $0.count, kind.raw) }
  return status == 0 ? ObjectID(oid) : nil
}

/// The words before the content: kind, size, and a NUL.
private struct LooseHeader {
  static let longest = 32

  let kind: ObjectKind
  let size: Int
  let length: Int

  init(_ bytes: ArraySlice<UInt8>, of id: ObjectID) throws(GitError) {
    guard let end = bytes.firstIndex(of: 0), let space = bytes[..<end].firstIndex(of: UInt8(ascii: " ")),
      let kind = ObjectKind(rawValue: repairedText(bytes[..<space])),
      let size = decimal(bytes[(space + 1)..<end], as: Int.self), size < Int.max / 4
    else { throw .corrupt(id, reason: "no readable header") }
    self.kind = kind
    self.size = size
    length = end + 1
  }
}
