/// Knows text that was meant to be replaced.
public enum PlaceholderText {
  /// Whether a text may be, or hold, a placeholder: a quick look at its raw bytes that is sometimes too careful.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.count <= 34, mayBeWhole(text) { return true }
    guard let base = UnsafeRawPointer(text.baseAddress) else { return false }
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        var found: UInt64 = 0
        func look(for byte: UInt64) {
          let difference = word ^ (low &* byte)
          found |= (difference &- low) & ~difference
        }
        look(for: 0x54)
        look(for: 0x46)
        look(for: 0x3F)
        look(for: 0x78)
        look(for: 0x58)
        look(for: 0x7C)
        if found & high == 0 {
          index += 8
          continue
        }
      }
      for offset in index..<min(index + 8, text.count) where mayStart(text, offset) { return true }
      index += 8
    }
    return text.count >= 11 && (text[0] | 0x20) == 0x6C && (text[1] | 0x20) == 0x6F
      && (text[2] | 0x20) == 0x72
  }

  /// Whether a word in capitals, a run of question marks or crosses, or a choice may start at `index`.
  private static func mayStart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x7C: return true
    case 0x54: return byte(1) == 0x42 || byte(1) == 0x4F
    case 0x46: return byte(1) == 0x49 && byte(2) == 0x58
    case 0x3F: return byte(1) == 0x3F && byte(2) == 0x3F
    case 0x58, 0x78: return byte(1) | 0x20 == 0x78 && byte(2) | 0x20 == 0x78
    default: return false
    }
  }

  /// Whether a short text starts like one of those that are placeholders as a whole.
  private static func mayBeWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 1 < text.count, !isLetterOrDigit(text[index]), text[index] != 0x3F { index += 1 }
    guard index + 2 < text.count else { return false }
    switch (text[index] | 0x20, text[index + 1] | 0x20, text[index + 2] | 0x20) {
    case (0x66, 0x69, 0x78): return true  // fix…
    case (0x6C, 0x6F, 0x72): return true  // lor…
    case (0x6E, 0x2F, 0x61): return true  // n/a
    case (0x70, 0x6C, 0x61): return index + 3 < text.count && text[index + 3] | 0x20 == 0x63  // plac…
    case (0x74, 0x62, _): return true  // tba, tbd
    case (0x74, 0x6F, 0x64), (0x74, 0x6F, 0x20): return true  // todo, to be …
    case (0x79, 0x79, 0x79): return true  // yyyy…
    default: return false
    }
  }

  /// Texts that are placeholders where they are all that is said.
  private static let whole: Set<String> = [
    "fixme", "lorem ipsum", "n/a", "placeholder", "tba", "tbd", "to be announced", "to be decided",
    "to be defined", "to be determined", "todo",
  ]
  /// Words that are placeholders wherever they stand, in capital letters.
  private static let words: Set<String> = ["FIXME", "TBA", "TBD", "TODO"]

  /// The placeholder in `content`, as it is written.
  public static func find(in content: [UInt8]) -> String? {
    let isCore = { (byte: UInt8) in isLetterOrDigit(byte) || byte == 0x3F || byte >= 0x80 }
    guard let start = content.firstIndex(where: isCore), let end = content.lastIndex(where: isCore) else {
      return nil
    }
    let core = content[start...end]
    let text = String(decoding: core, as: UTF8.self)
    if core.count <= 32, whole.contains(text.lowercased()) || isMask(core) { return text }
    if isOpenChoice(content) { return String(text.prefix(60)) }
    if content.count >= 3,
      content.indices.dropLast(2).contains(where: { content[$0...].starts(with: "???".utf8) })
    {
      return "???"
    }
    if text.lowercased().hasPrefix("lorem ipsum") { return String(text.prefix(11)) }
    for word in core.split(whereSeparator: { !isLetterOrDigit($0) && $0 < 0x80 }) where word.count <= 16 {
      let text = String(decoding: word, as: UTF8.self)
      if words.contains(text) || (word.count >= 3 && word.allSatisfy { $0 | 0x20 == 0x78 }) { return text }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// Whether this is the pattern of a date, such as `YYYY-MM-DD`.
  private static func isMask(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 4 && text.prefix(4).allSatisfy { $0 | 0x20 == 0x79 }
      && text.allSatisfy { [0x79, 0x6D, 0x64, 0x71, 0x2D, 0x2F].contains($0 | 0x20) }
  }

  /// Whether this offers at least three words to choose from, as in `alpha|beta|stable`.
  private static func isOpenChoice(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: 0x7C, omittingEmptySubsequences: false)
    return parts.count > 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
      }
  }
}
