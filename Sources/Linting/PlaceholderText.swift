/// Knows text that was meant to be replaced.
enum PlaceholderText {
  /// Whether a file may have a placeholder in it: a quick look at its bytes, three at a time.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var window: UInt32 = 0
      for byte in bytes {
        if byte == 0x7C { return true }
        window = (window << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
        switch window {
        case 0x746264, 0x746261, 0x6F646F, 0x69786D: return true  // tbd, tba, (t)odo, (f)ixm(e)
        case 0x787878, 0x797979, 0x3F3F3F, 0x6E2F61, 0x707375: return true  // xxx, yyy, ???, n/a, (i)psu(m)
        case 0x206265: return true  // (to) be (decided)
        default: break
        }
      }
      return false
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
  static func find(in content: [UInt8]) -> String? {
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
