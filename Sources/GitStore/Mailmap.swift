/// The names and addresses that people want to be known by, as a `.mailmap` file tells them.
public struct Mailmap: Hashable, Sendable {
  /// Who is meant: an address, and a name where the line gives one; both in lower case.
  private struct Key: Hashable {
    let email: [UInt8]
    let name: [UInt8]?
  }

  private struct Person: Hashable {
    let name: String?
    let email: String?
  }

  private var people: [Key: Person] = [:]

  /// A map that changes nothing.
  public init() {}

  /// Reads the lines of a `.mailmap`; a line of another form is passed over.
  public init(parsing bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) where line.first != UInt8(ascii: "#") {
      add(line)
    }
  }

  /// The proper name and address of who signed so.
  public func resolve(name: String, email: String) -> (name: String, email: String) {
    guard !people.isEmpty else { return (name, email) }
    let address = email.utf8.map(asciiLowercased)
    let person =
      people[Key(email: address, name: name.utf8.map(asciiLowercased))]
      ?? people[Key(email: address, name: nil)]
    return (person?.name ?? name, person?.email ?? email)
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    guard let first = Part(line) else { return }
    if let second = Part(first.rest) {
      let key = Key(email: second.email.map(asciiLowercased), name: second.name?.map(asciiLowercased))
      people[key] = merged(
        people[key], Person(name: first.name.map(repairedText), email: repairedText(first.email)))
    } else {
      let key = Key(email: first.email.map(asciiLowercased), name: nil)
      people[key] = merged(people[key], Person(name: first.name.map(repairedText), email: nil))
    }
  }

  /// A later line adds to an earlier one about the same person and wins where both speak.
  private func merged(_ earlier: Person?, _ later: Person) -> Person {
    Person(name: later.name ?? earlier?.name, email: later.email ?? earlier?.email)
  }
}

/// A name, which may be missing, and an address in angle brackets.
private struct Part {
  let name: [UInt8]?
  let email: [UInt8]
  let rest: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "<")),
      let close = line[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = trimmed(line[..<open])
    self.name = name.isEmpty ? nil : name
    email = trimmed(line[(open + 1)..<close])
    rest = line[(close + 1)...]
  }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  return Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
}

extension Repository {
  private static let mailmapLimit = 8 << 20

  /// The mailmap that git would use here: the working directory's, or in a bare repository that of HEAD.
  public func mailmap() throws(GitError) -> Mailmap {
    if let workingDirectory {
      let path = workingDirectory + "/.mailmap"
      return Mailmap(parsing: readFile(path, limit: Self.mailmapLimit, followingLinks: false) ?? [])
    }
    do throws(GitError) {
      return try mailmap(of: try resolve("HEAD"))
    } catch .emptyRepository {
      return Mailmap()
    }
  }

  /// The mailmap that a commit holds.
  public func mailmap(of commit: ObjectID) throws(GitError) -> Mailmap {
    let path = Array(".mailmap".utf8)
    guard let item = try item(at: path, in: node(commit).tree), item.mode.isBlob, item.mode.kind != .symlink
    else {
      return Mailmap()
    }
    return Mailmap(parsing: try readBlob(item.id, limit: Self.mailmapLimit))
  }
}
