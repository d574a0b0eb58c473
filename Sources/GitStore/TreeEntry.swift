/// One entry of a directory, as it stands in the tree.
public struct TreeEntry: Hashable, Sendable {
  /// The mode, which need not be one that git writes.
  public let mode: FileMode
  /// The name, which may be any bytes but NUL.
  public let name: [UInt8]
  /// The object.
  public let id: ObjectID

  /// Makes an entry.
  public init(mode: FileMode, name: [UInt8], id: ObjectID) {
    self.mode = mode
    self.name = name
    self.id = id
  }

  /// What is wrong with the name, if anything; whether a name stands twice is for the reader of the whole tree.
  public var problem: TreeEntryProblem? { TreeEntryProblem(name: name) }
}

/// What makes the name of a tree entry unfit to be a file's.
public enum TreeEntryProblem: String, Hashable, Sendable, CaseIterable {
  /// There is no name.
  case empty
  /// The name is `.`.
  case dot
  /// The name is `..`.
  case dotDot
  /// Some file system takes the name for `.git`.
  case dotGit
  /// The name holds a slash.
  case slash

  /// Looks closer only at the few names that could have a problem.
  init?(bytes: UnsafeRawBufferPointer) {
    let first = unsafe bytes.first.map(asciiLowercased) ?? 0
    let isSuspect = first == 0 || first == UInt8(ascii: ".") || first == UInt8(ascii: "g") || first >= 0x80
    guard unsafe isSuspect || bytes.contains(UInt8(ascii: "/")) else { return nil }
    unsafe self.init(name: [UInt8](bytes))
  }

  init?(name: [UInt8]) {
    if name.isEmpty {
      self = .empty
    } else if name.elementsEqual(".".utf8) {
      self = .dot
    } else if name.elementsEqual("..".utf8) {
      self = .dotDot
    } else if name.contains(UInt8(ascii: "/")) {
      self = .slash
    } else if Self.isDotGit(name) {
      self = .dotGit
    } else {
      return nil
    }
  }

  /// Whether Linux, Windows or macOS would open git's directory by this name.
  private static func isDotGit(_ name: [UInt8]) -> Bool {
    let lower = name.map(asciiLowercased)
    if lower.elementsEqual(".git".utf8) { return true }
    // Windows: a short name, a stream after a colon, and dots and spaces at the end.
    let beforeStream = lower.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\\") }
    var trimmed = beforeStream[...]
    while let last = trimmed.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      trimmed.removeLast()
    }
    if trimmed.elementsEqual(".git".utf8) || trimmed.elementsEqual("git~1".utf8) { return true }
    // macOS: code points that its file system leaves out of a name.
    guard name.contains(where: { $0 >= 0x80 }) else { return false }
    let visible = String(decoding: name, as: UTF8.self).unicodeScalars.filter { !isIgnoredByMacOS($0) }
    return visible.lazy.map { $0.isASCII ? asciiLowercased(UInt8($0.value)) : 0xFF }.elementsEqual(
      ".git".utf8)
  }

  private static func isIgnoredByMacOS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
    default: false
    }
  }
}
