internal import Glibc

/// Steps through the raw bytes of a directory without making an array of them.
@safe struct TreeCursor {
  private let tree: ObjectBytes
  private var next = 0
  private(set) var mode: UInt32 = 0
  private var nameStart = 0
  private(set) var nameCount = 0

  init(_ tree: ObjectBytes) { self.tree = tree }

  /// Moves to the next entry; false at the end.
  ///
  /// `id` names the directory in the error about a damaged one.
  @inline(__always)
  mutating func advance(in id: ObjectID) throws(GitError) -> Bool {
    let buffer = unsafe tree.buffer
    let count = buffer.count
    guard next < count, let base = buffer.baseAddress else { return false }
    var (position, mode) = (next, UInt32(0))
    while position < count, position - next <= 8 {
      let byte = unsafe base.load(fromByteOffset: position, as: UInt8.self)
      if byte == UInt8(ascii: " ") { break }
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { throw damaged(id) }
      mode = mode << 3 | UInt32(byte & 7)
      position += 1
    }
    guard position > next, position - next <= 8, position < count else { throw damaged(id) }
    nameStart = position + 1
    let rest = count - nameStart
    guard rest > 20, let end = unsafe memchr(base + nameStart, 0, rest) else { throw damaged(id) }
    nameCount = unsafe UnsafeRawPointer(end) - (base + nameStart)
    guard rest - nameCount >= 21 else { throw damaged(id) }
    next = nameStart + nameCount + 21
    self.mode = mode
    return true
  }

  private func damaged(_ id: ObjectID) -> GitError { .corrupt(id, reason: "a directory that cannot be read") }

  var name: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: tree.buffer[nameStart..<(nameStart + nameCount)])
  }

  /// The 20 bytes of the object's name.
  private var idBytes: UnsafeRawPointer? {
    unsafe tree.buffer.baseAddress.map { unsafe $0 + nameStart + nameCount + 1 }
  }

  var id: ObjectID {
    guard let bytes = unsafe idBytes else { return ObjectID.zero }
    return unsafe ObjectID(bytes: bytes)
  }

  var fileMode: FileMode { FileMode(rawValue: mode) }
  var isDirectory: Bool { mode & 0o170000 == 0o040000 }
  var entry: TreeEntry { TreeEntry(mode: fileMode, name: unsafe Array(name), id: id) }

  /// Whether both entries are the same in mode, name and object, told from their bytes at once.
  @inline(__always)
  func isSame(as other: TreeCursor) -> Bool {
    guard nameCount == other.nameCount, mode == other.mode,
      let left = unsafe tree.buffer.baseAddress, let right = unsafe other.tree.buffer.baseAddress
    else { return false }
    return unsafe memcmp(left + nameStart, right + other.nameStart, nameCount + 21) == 0
  }

  /// The order of two entries in a tree: that of their names, a directory's read with a slash at its end.
  func order(against other: TreeCursor) -> Int {
    let (left, right) = unsafe (name, other.name)
    let shared = min(left.count, right.count)
    if shared > 0, let a = left.baseAddress, let b = right.baseAddress {
      let order = unsafe memcmp(a, b, shared)
      if order != 0 { return Int(order) }
    }
    return unsafe Int(self.byte(after: shared, of: left)) - Int(other.byte(after: shared, of: right))
  }

  private func byte(after count: Int, of name: UnsafeRawBufferPointer) -> UInt8 {
    if count < name.count { return unsafe name[count] }
    return isDirectory ? UInt8(ascii: "/") : 0
  }
}
