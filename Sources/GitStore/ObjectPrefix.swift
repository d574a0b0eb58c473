internal import CLibgit2

/// The first digits of an object name.
struct ObjectPrefix {
  /// The digits, with zeros for those that are not given.
  let padded: ObjectID
  /// How many digits are given.
  let length: Int

  /// Takes 4 to 39 hexadecimal digits.
  init?(_ text: String) {
    let digits = Array(text.utf8)
    guard (4..<40).contains(digits.count) else { return nil }
    let zeros = Array(repeating: UInt8(ascii: "0"), count: 40 - digits.count)
    guard let padded = ObjectID(hexDigits: digits + zeros) else { return nil }
    self.padded = padded
    length = digits.count
  }

  /// Every object that begins with the digits, in the order of the names.
  func matches(in database: borrowing Handle<DatabaseHandle>) throws(GitError) -> [ObjectID] {
    var search = Search(digits: padded.description.prefix(length), found: [])
    let status = unsafe withUnsafeMutablePointer(to: &search) { search in
      unsafe git_odb_foreach(
        database.pointer,
        { oid, payload in
          guard let oid = unsafe oid, let search = unsafe payload?.assumingMemoryBound(to: Search.self) else {
            return 0
          }
          let id = unsafe ObjectID(oid.pointee)
          if unsafe id.description.hasPrefix(search.pointee.digits) { unsafe search.pointee.found.insert(id) }
          return 0
        }, search)
    }
    try check("git_odb_foreach", status)
    return search.found.sorted()
  }

  private struct Search {
    let digits: Substring
    var found: Set<ObjectID>
  }
}
