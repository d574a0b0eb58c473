internal import JSONSyntax

/// Recognises what must not stand in a repository: credentials, and addresses of people.
///
/// A short list of unmistakable forms, found in one pass; no entropy guessing, which would cry wolf.
enum SecretPatterns {
  /// The sort of secret or personal data in a text, if there is one.
  static func sort(in text: UnsafeBufferPointer<UInt8>) -> TextFault.Problem? {
    var found: TextFault.Problem?
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
      case 0x41 where text[index + 1] == 0x4B || text[index + 1] == 0x53:
        if isKeyId(text, index) { return .secret("an access key id") }
      case 0x2D where text[index + 1] == 0x2D:
        if starts(text, index, "-----BEGIN "), contains(text, index, "PRIVATE KEY") { return .secret("a private key") }
      case 0x2D:
        if ends(text, index, "xoxb-") || ends(text, index, "xoxp-"), wordLength(text, index) >= 20 {
          return .secret("a chat access token")
        }
        if ends(text, index, "glpat-"), wordLength(text, index) >= 20 { return .secret("a forge's access token") }
      case 0x5F:
        if ends(text, index, "ghp_") || ends(text, index, "github_pat_"), wordLength(text, index) >= 20 {
          return .secret("a forge's access token")
        }
      case 0x3A where text[index + 1] == 0x2F:
        if starts(text, index, "://"), hasPassword(text, index + 3) { return .secret("a password in an address") }
      case 0x40 where index > 0:
        if found == nil, isMailAddress(text, index) { found = .personalData("an e-mail address") }
      default: break
      }
      index += 1
    }
    return found
  }

  /// The first offset from `start`, in steps of eight bytes, at which one of the bytes may be near a secret's start.
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
      look(for: 0x41)
      if found & high != 0 { return index }
      index += 8
    }
    return index
  }

  private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= text.count else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(text[index..<(index + count)]) }
  }

  /// Whether `word` ends with the byte at `index`.
  private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
    let start = index - word.utf8CodeUnitCount + 1
    return start >= 0 && starts(text, start, word)
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    (start..<min(text.count, start + 64)).contains { starts(text, $0, word) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x2D
  }

  private static func wordLength(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    text[start...].prefix(while: isWord).count
  }

  private static func isKeyId(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard starts(text, index, "AKIA") || starts(text, index, "ASIA"), index == 0 || !isWord(text[index - 1]) else {
      return false
    }
    let rest = text[index...].prefix(while: isWord)
    return rest.count == 20 && rest.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }

  private static func hasPassword(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var colon = false
    for (offset, byte) in text[start...].prefix(256).enumerated() {
      if byte == 0x3A, offset > 0 { colon = true }
      if byte == 0x40 { return colon }
      if byte == 0x2F || byte == 0x20 || byte == 0x22 { return false }
    }
    return false
  }

  private static func isMailAddress(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    func isPart(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x2B }
    var before = at
    while before > 0, isPart(text[before - 1]) { before -= 1 }
    guard before < at else { return false }
    let domain = text[(at + 1)...].prefix(while: isPart)
    guard let dot = domain.lastIndex(of: 0x2E), dot > domain.startIndex, domain.endIndex - dot > 2 else { return false }
    return domain[(dot + 1)...].allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }
}
