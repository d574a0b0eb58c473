internal import Glibc

/// The lines before a commit's message, found in its raw bytes without copying them.
@safe struct CommitHeader {
  let tree: ObjectID
  private(set) var parents: [ObjectID] = []
  private(set) var author = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var committer = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var encoding: [UInt8]?
  private(set) var messageStart: Int

  /// Reads the lines up to the first empty one; a line that git would not have written is passed over.
  init?(parsing buffer: UnsafeRawBufferPointer) {
    var (found, position): (ObjectID?, Int) = (nil, 0)
    messageStart = buffer.count
    while position < buffer.count {
      let line = unsafe Self.line(of: buffer, from: position)
      position = min(position + line.count + 1, buffer.count)
      if unsafe line.isEmpty {
        messageStart = position
        break
      }
      if let value = unsafe Self.value(of: line, after: "tree ") {
        found = unsafe found ?? Self.id(value)
      } else if let value = unsafe Self.value(of: line, after: "parent ") {
        if let parent = unsafe Self.id(value) { parents.append(parent) }
      } else if unsafe author.isEmpty, let value = unsafe Self.value(of: line, after: "author ") {
        unsafe author = value
      } else if unsafe committer.isEmpty, let value = unsafe Self.value(of: line, after: "committer ") {
        unsafe committer = value
      } else if encoding == nil, let value = unsafe Self.value(of: line, after: "encoding ") {
        encoding = unsafe [UInt8](value)
      }
    }
    guard let found else { return nil }
    tree = found
  }

  /// The committer's time; 0 where it cannot be read.
  var time: Int64 { unsafe SignatureDate(endOf: committer)?.time ?? 0 }

  private static func line(of buffer: UnsafeRawBufferPointer, from start: Int) -> UnsafeRawBufferPointer {
    let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
    guard let base = rest.baseAddress, let end = unsafe memchr(base, 10, rest.count) else {
      return unsafe rest
    }
    return unsafe UnsafeRawBufferPointer(start: base, count: UnsafeRawPointer(end) - base)
  }

  private static func value(of line: UnsafeRawBufferPointer, after key: StaticString)
    -> UnsafeRawBufferPointer?
  {
    let count = key.utf8CodeUnitCount
    guard line.count >= count, let base = line.baseAddress,
      unsafe memcmp(base, key.utf8Start, count) == 0
    else { return nil }
    return unsafe UnsafeRawBufferPointer(rebasing: line[count...])
  }

  private static func id(_ digits: UnsafeRawBufferPointer) -> ObjectID? {
    guard digits.count == 40 else { return nil }
    return unsafe ObjectID(hexDigits: digits)
  }
}
