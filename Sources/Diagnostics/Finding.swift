/// Something that one rule has to say about one place: the only diagnostic there is.
///
/// A finding is data; formats turn it into text and escape what strangers wrote.
public struct Finding: Hashable, Sendable {
  /// The rule's name, such as `reference/unresolved`.
  public var rule: String
  /// How much it matters, after configuration has had its say.
  public var severity: Severity
  /// What it is about.
  public var place: Place
  /// What is wrong, in one sentence without a final full stop.
  public var message: String
  /// What to do about it, in one sentence; empty where the message says it.
  public var help: String
  /// The nearest names that exist, best first.
  public var candidates: [String]
  /// Other places that explain the finding.
  public var notes: [Note]
  /// Ways to mend it.
  public var fixes: [Fix]
  /// What tells two findings of one rule at one place apart in the fingerprint; usually empty.
  public var discriminator: String

  /// A finding with a place and words; the rest is optional.
  public init(
    rule: String, severity: Severity, place: Place, message: String, help: String = "",
    candidates: [String] = [], notes: [Note] = [], fixes: [Fix] = [], discriminator: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.help = help
    self.candidates = candidates
    self.notes = notes
    self.fixes = fixes
    self.discriminator = discriminator
  }
}

/// Where a finding is: a span of a file, and what it means there.
public struct Place: Hashable, Sendable {
  /// The file.
  public var path: RepositoryPath
  /// The bytes that are meant.
  public var span: ByteSpan
  /// Where the span starts.
  public var start: Position
  /// Where the span ends (exclusive).
  public var end: Position
  /// The JSON pointer of the value, with items of keyed lists named by their key: `/milestones/beta/target`.
  public var pointer: String
  /// The definition, as `kind:id`; empty where the file holds none.
  public var definition: String

  /// A place in `path`; without positions it means the file as a whole.
  public init(
    path: RepositoryPath, span: ByteSpan = ByteSpan(start: 0, end: 0),
    start: Position = Position(line: 1, column: 1), end: Position = Position(line: 1, column: 1),
    pointer: String = "", definition: String = ""
  ) {
    self.path = path
    self.span = span
    self.start = start
    self.end = end
    self.pointer = pointer
    self.definition = definition
  }
}

/// A second place, with what is to be seen there.
public struct Note: Hashable, Sendable {
  /// What is to be seen.
  public var message: String
  /// Where.
  public var place: Place

  /// Says `message` of `place`.
  public init(_ message: String, at place: Place) {
    self.message = message
    self.place = place
  }
}

/// A replacement of bytes in one file.
public struct TextEdit: Hashable, Sendable {
  /// The bytes to replace; an empty span inserts.
  public var span: ByteSpan
  /// What stands there afterwards.
  public var replacement: [UInt8]

  /// Replaces the bytes of `span`.
  public init(_ span: ByteSpan, _ replacement: [UInt8]) {
    self.span = span
    self.replacement = replacement
  }
}

/// A way to mend a finding.
public struct Fix: Hashable, Sendable {
  /// What the fix does, such as "Replace 'teir' by 'tier'".
  public var title: String
  /// Whether it keeps the meaning and may be applied without a look.
  public var isSafe: Bool
  /// The edits, all in the finding's own file, in order, without overlap.
  public var edits: [TextEdit]

  /// A fix made of `edits` in the finding's own file.
  public init(_ title: String, isSafe: Bool, _ edits: [TextEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

extension Finding {
  /// What stays the same when lines move: rule, definition (or path), pointer and discriminator.
  public var identity: String {
    let subject = place.definition.isEmpty ? place.path.text : place.definition
    return "\(rule)\n\(subject)\n\(place.pointer)\n\(discriminator)"
  }

  /// Sixteen hexadecimal digits of the identity (FNV-1a, 64 bits), for outputs that match findings between runs.
  public var fingerprint: String {
    let hash = identity.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The order in which findings are shown: by path, place, rule, then words.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.place.path != right.place.path { return left.place.path < right.place.path }
    if left.place.span.start != right.place.span.start {
      return left.place.span.start < right.place.span.start
    }
    if left.rule != right.rule { return left.rule < right.rule }
    // By bytes: comparing texts normalises them, which strangers can make slow.
    if !left.place.pointer.utf8.elementsEqual(right.place.pointer.utf8) {
      return left.place.pointer.utf8.lexicographicallyPrecedes(right.place.pointer.utf8)
    }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }
}

extension Place {
  /// Whether the file as a whole is meant.
  public var isWholeFile: Bool { span.start == 0 && span.end == 0 }
}
