public import Diagnostics

/// A JSON text and what was read from it: the bytes, unchanged, and a flat tape of nodes over them.
public final class JSONDocument: Sendable {
  /// The text, as it stands in the file.
  public let bytes: [UInt8]
  /// The tape, the root first; empty where nothing could be read.
  public let nodes: ContiguousArray<JSONNode>
  /// The grammar that the text was read by.
  public let dialect: JSONDialect
  /// Faults of syntax, in order of their place.
  public let faults: [JSONFault]

  init(bytes: [UInt8], nodes: ContiguousArray<JSONNode>, dialect: JSONDialect, faults: [JSONFault]) {
    self.bytes = bytes
    self.nodes = nodes
    self.dialect = dialect
    self.faults = faults
  }

  /// The value of the whole text, or nil where nothing could be read.
  public var root: JSONValue? { nodes.isEmpty ? nil : JSONValue(document: self, index: 0) }

  /// Whether every fault leaves the reading unambiguous: no syntax error, though perhaps a duplicate key.
  public var isComplete: Bool { !faults.contains { $0.problem.breaksSyntax } }
}

/// Which texts are accepted.
public enum JSONDialect: Sendable {
  /// RFC 8259, for `.json`.
  case strict
  /// RFC 8259 with comments and trailing commas, for `.jsonc`.
  case withComments

  /// The dialect of a file by its name's end: `.jsonc` may have comments.
  public init(fileName: some BidirectionalCollection<UInt8>) {
    self = fileName.suffix(6).elementsEqual(".jsonc".utf8) ? .withComments : .strict
  }
}

/// The limits that the parser keeps, so that hostile input ends early.
public struct JSONLimits: Sendable {
  /// How deep arrays and objects may nest.
  public var depth = 64
  /// How many members one object may have.
  public var members = 1_000
  /// How many faults are told of one text.
  public var faults = 100

  /// The limits that definitions are read with.
  public init() {}
}

/// One fault of syntax.
public struct JSONFault: Hashable, Sendable {
  /// What is wrong.
  public var problem: JSONProblem
  /// Where.
  public var span: ByteSpan
  /// A second place that belongs to it: the first of two equal keys, the bracket that was never closed.
  public var related: ByteSpan?
}

/// What can be wrong with a JSON text.
public enum JSONProblem: Hashable, Sendable {
  case empty
  case byteOrderMark
  case otherEncoding(String)
  case invalidUTF8
  case mergeConflict
  case controlCharacter(UInt8)
  case loneSurrogate
  case badEscape
  case unclosedString
  case unclosed(Character)
  case expected(String, found: String)
  case singleQuotes
  case unquotedKey
  case comment
  case trailingComma
  case missingComma
  case missingColon
  case badNumber(String)
  case badLiteral(String, suggestion: String?)
  case unexpectedText(String)
  case trailingText
  case tooDeep(limit: Int)
  case tooManyMembers(limit: Int)
  case duplicateKey(String)
  case tooManyFaults(limit: Int)

  /// Whether the text is no JSON because of it; duplicate keys and a byte order mark leave it readable.
  public var breaksSyntax: Bool {
    switch self {
    case .byteOrderMark, .duplicateKey: false
    default: true
    }
  }
}
