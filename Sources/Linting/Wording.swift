internal import Diagnostics

/// Small pieces of wording that messages share.
enum Wording {
  /// `names` as a list in words: "a", "a and b", "a, b and c", "a, b, c and 4 more".
  static func list(_ names: [String], limit: Int = 4) -> String {
    Enumeration.list(names, limit: limit)
  }

  /// The kind after "a" or "an", by its first letter.
  static func withArticle(_ kind: String) -> String {
    let isVowel = kind.utf8.first.map { "aeiou".utf8.contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(kind)"
  }

  /// `text` in lower case without outer or repeated white space, so that spellings of one thing are equal.
  static func folded(_ text: String) -> String {
    var text = text
    if let folded = text.withUTF8(foldedASCII) { return folded }
    return text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The same for text of ASCII alone, nearly all that there is; nil for any other.
  private static func foldedASCII(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var isBetween = false
    for byte in text {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        isBetween = !folded.isEmpty
      } else {
        if isBetween { folded.append(0x20) }
        isBetween = false
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
