/// Recognises what must not stand in a repository: credentials, and data by which people are reached.
///
/// A short list of unmistakable forms, found in one pass; no entropy guessing, which would cry wolf.
public enum Secrets {
  /// What a text gives away, with words for it.
  public enum Sort: Sendable {
    case credential(StaticString)
    case personal(StaticString)
  }

  /// A credential in a text: what it looks like, and the bytes that are to be kept from view.
  private struct Match {
    let sort: StaticString
    let range: Range<Int>
  }

  /// What a text gives away, if anything; a credential counts more than personal data.
  public static func sort(in text: UnsafeBufferPointer<UInt8>) -> Sort? {
    guard text.count >= shortestToken || mayBeShort(text) else { return nil }
    var found: Sort?
    var index = 0
    let last = text.count - 1
    var plainUpTo = 0
    while index < last {
      if index >= plainUpTo {
        index = endOfPlainRun(text, index)
        plainUpTo = index + 8
        guard index < last else { break }
      }
      switch text[index] {
      case 0x40:
        if found == nil, index > 0, isMailAddress(text, index) { found = .personal("an e-mail address") }
      case 0x2B: if found == nil, isTelephone(text, index) { found = .personal("a telephone number") }
      default: if let match = match(text, index) { return .credential(match.sort) }
      }
      index += 1
    }
    return found
  }

  /// Whether a text shorter than every key and token gives something away: that takes an `@` within, or a plus.
  @inline(__always)
  private static func mayBeShort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices where (text[index] == 0x40 && index > 0) || text[index] == 0x2B { return true }
    return false
  }

  /// `text` with every credential in it replaced by asterisks.
  public static func masked(_ text: String) -> String {
    var text = text
    let matches = text.withUTF8 { Self.matches(in: $0) }
    guard !matches.isEmpty else { return text }
    var bytes = Array(text.utf8)
    for match in matches { for index in match.range { bytes[index] = 0x2A } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces every credential in `bytes` by asterisks; false where there is none.
  @discardableResult
  public static func mask(_ bytes: inout [UInt8]) -> Bool {
    let matches = bytes.withUnsafeBufferPointer { Self.matches(in: $0) }
    for match in matches { for index in match.range { bytes[index] = 0x2A } }
    return !matches.isEmpty
  }

  /// Every credential in a text, in order.
  private static func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
    var matches: [Match] = []
    var index = 0
    var plainUpTo = 0
    while index < text.count - 1 {
      if index >= plainUpTo {
        index = endOfPlainRun(text, index)
        plainUpTo = index + 8
        guard index < text.count - 1 else { break }
      }
      let match = match(text, index)
      if let match { matches.append(match) }
      index = max(match?.range.upperBound ?? 0, index + 1)
    }
    return matches
  }

  /// The first offset from `start`, in steps of eight bytes, at which one of the bytes may be part of what is looked
  /// for: of every form a byte that is rare in ordinary text.
  @inline(__always)
  private static func endOfPlainRun(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = UnsafeRawPointer(text.baseAddress) else { return start }
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= text.count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      var found: UInt64 = 0
      func look(for byte: UInt64) {
        let difference = word ^ (low &* byte)
        found |= (difference &- low) & ~difference
      }
      look(for: 0x40)
      look(for: 0x3A)
      look(for: 0x5F)
      look(for: 0x2D)
      look(for: 0x2B)
      look(for: 0x41)
      look(for: 0x4A)
      if found & high != 0 { return index }
      index += 8
    }
    return index
  }

  /// The credential that the rare byte at `index` belongs to.
  @inline(__always)
  private static func match(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Match? {
    switch text[index] {
    case 0x41 where text[index + 1] == 0x4B || text[index + 1] == 0x53:
      isKeyId(text, index) ? Match(sort: "an access key id", range: index..<(index + 20)) : nil
    case 0x41 where text[index + 1] == 0x49:
      starts(text, index, "AIza") ? word(text, index, 35, "an access key") : nil
    case 0x2D where text[index + 1] == 0x2D:
      starts(text, index, "-----BEGIN ") && contains(text, index, "PRIVATE KEY")
        ? Match(sort: "a private key", range: index..<endOfKey(text, index)) : nil
    case 0x2D: token(text, index, dashed)
    case 0x5F: token(text, index, underscored)
    case 0x4A: ends(text, index, "eyJ") ? webToken(text, index - 2) : nil
    // As it is, and as a JSON pointer spells it.
    case 0x3A where text[index + 1] == 0x7E: starts(text, index, ":~1~1") ? password(text, index + 5) : nil
    case 0x3A where text[index + 1] == 0x2F: starts(text, index, "://") ? password(text, index + 3) : nil
    default: nil
    }
  }

  /// The least bytes of any credential but a password in an address.
  private static let shortestToken = 20

  /// What tokens start with, and the least bytes that they have.
  private typealias Prefix = (word: StaticString, length: Int, sort: StaticString)
  private static let dashed: [Prefix] = [
    ("xoxb-", 20, "a chat access token"), ("xoxp-", 20, "a chat access token"),
    ("xoxa-", 20, "a chat access token"),
    ("xoxr-", 20, "a chat access token"), ("xoxs-", 20, "a chat access token"),
    ("xapp-", 20, "a chat access token"),
    ("glpat-", 20, "a forge's access token"), ("sk-ant-", 30, "an access key"),
    ("sk-proj-", 30, "an access key"),
  ]
  private static let underscored: [Prefix] = [
    ("ghp_", 20, "a forge's access token"), ("gho_", 20, "a forge's access token"),
    ("ghu_", 20, "a forge's access token"), ("ghs_", 20, "a forge's access token"),
    ("ghr_", 20, "a forge's access token"), ("github_pat_", 20, "a forge's access token"),
    ("npm_", 30, "an access token"), ("sk_live_", 20, "an access key"), ("rk_live_", 20, "an access key"),
  ]

  /// The token whose prefix ends at `index`.
  private static func token(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ prefixes: [Prefix]) -> Match?
  {
    for prefix in prefixes where ends(text, index, prefix.word) {
      return word(text, index - prefix.word.utf8CodeUnitCount + 1, prefix.length, prefix.sort)
    }
    return nil
  }

  /// Compared from the end, where the forms that are looked for differ from ordinary text the soonest.
  @inline(__always)
  private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
    var offset = word.utf8CodeUnitCount
    guard index + offset <= text.count else { return false }
    let expected = word.utf8Start
    while offset > 0 {
      offset -= 1
      if text[index + offset] != expected[offset] { return false }
    }
    return true
  }

  /// Whether `word` ends with the byte at `index`.
  @inline(__always)
  private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
    let start = index - word.utf8CodeUnitCount + 1
    return start >= 0 && starts(text, start, word)
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString) -> Bool
  {
    (start..<min(text.count, start + 64)).contains { starts(text, $0, word) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || isDigit(byte) || byte == 0x5F || byte == 0x2D
  }

  /// The word that starts at `index`, not inside of another word, with at least so many bytes.
  private static func word(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, _ sort: StaticString
  ) -> Match? {
    guard index == 0 || !isWord(text[index - 1]) else { return nil }
    let count = text[index...].prefix(while: isWord).count
    return count >= length ? Match(sort: sort, range: index..<(index + count)) : nil
  }

  private static func isKeyId(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard starts(text, index, "AKIA") || starts(text, index, "ASIA"), index == 0 || !isWord(text[index - 1])
    else {
      return false
    }
    let rest = text[index...].prefix(while: isWord)
    return rest.count == 20 && rest.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || isDigit($0) }
  }

  /// Where a private key ends that begins at `start`: behind its last line, else where its text does.
  private static func endOfKey(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 11
    while index < text.count, text[index] != 0x22 {
      if text[index] == 0x2D, starts(text, index, "-----END ") {
        let rest = text[(index + 9)...].prefix(64)
        return rest.lastIndex(of: 0x2D).map { $0 + 1 } ?? rest.endIndex
      }
      index += 1
    }
    return index
  }

  /// Three parts of base 64 with dots between them, of which the first two are JSON objects.
  private static func webToken(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Match? {
    guard starts(text, index, "eyJ"), index == 0 || !isWord(text[index - 1]) else { return nil }
    let token = text[index...].prefix { isWord($0) || $0 == 0x2E }
    let parts = token.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].starts(with: "eyJ".utf8), token.count >= 40 else { return nil }
    return Match(sort: "a web token", range: index..<token.endIndex)
  }

  /// The user and password of an address whose host part starts at `start`.
  private static func password(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Match? {
    var hasColon = false
    for (offset, byte) in text[start...].prefix(1_024).enumerated() {
      if byte == 0x3A, offset > 0 || text.count > start + 1 { hasColon = true }
      if byte == 0x40 {
        return hasColon ? Match(sort: "a password in an address", range: start..<(start + offset)) : nil
      }
      if byte == 0x2F || byte == 0x20 || byte == 0x22 { return nil }
    }
    return nil
  }

  private static func isMailAddress(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    func isPart(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x2B }
    guard isPart(text[at - 1]) else { return false }
    let domain = text[(at + 1)...].prefix(while: isPart)
    guard let dot = domain.lastIndex(of: 0x2E), dot > domain.startIndex, domain.endIndex - dot > 2 else {
      return false
    }
    return domain[(dot + 1)...].allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  /// A number in international form: a plus, then 8 to 15 digits in groups, or 10 to 15 without a break.
  private static func isTelephone(_ text: UnsafeBufferPointer<UInt8>, _ plus: Int) -> Bool {
    guard isDigit(text[plus + 1]), plus == 0 || !isWord(text[plus - 1]) else { return false }
    var digits = 0
    var groups = 1
    var wasDigit = false
    for byte in text[(plus + 1)...].prefix(32) {
      if isDigit(byte) {
        if !wasDigit, digits > 0 { groups += 1 }
        digits += 1
        wasDigit = true
      } else if byte == 0x20 || byte == 0x2D || byte == 0x28 || byte == 0x29 || byte == 0x2F {
        wasDigit = false
      } else {
        break
      }
    }
    return digits <= 15 && digits >= (groups >= 3 ? 8 : 10)
  }
}
