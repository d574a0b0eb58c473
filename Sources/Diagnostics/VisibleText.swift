/// Text from strangers made harmless to look at: what cannot be seen, or acts, is spelled out.
public enum VisibleText {
  /// `text` with control characters, bidirectional controls and line separators written as `\u{..}`, and without
  /// what looks like a credential: outputs are read by more people than the repository.
  ///
  /// Works by scalars, never by characters, so that a combining mark cannot shield what precedes it.
  public static func escaping(_ text: String, keepingNewlines: Bool = false) -> String {
    let text = Secrets.masked(text)
    var needed = false
    for scalar in text.unicodeScalars where isHidden(scalar, keepingNewlines) {
      needed = true
      break
    }
    guard needed else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar, keepingNewlines) {
        result.append(contentsOf: "\\u{\(hexadecimal(scalar.value, width: 2))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// At most `limit` scalars of `text`, the last of them `…` where it had to be cut; nothing is escaped yet.
  ///
  /// What looks like a credential is masked before the cut, after which nobody could tell what its first part is.
  public static func beginning(of text: String, atMost limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    // A credential that begins in what is shown ends in what is looked at, unless it is longer than any.
    let looked = String(decoding: text.utf8.prefix(max(65_536, 8 * limit)), as: UTF8.self)
    return String(Substring(Secrets.masked(looked).unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// Whether showing `scalar` could move the cursor, break a line or reorder text.
  public static func isHidden(_ scalar: Unicode.Scalar, _ keepingNewlines: Bool = false) -> Bool {
    switch scalar.value {
    case 0x0A: !keepingNewlines
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }
}

/// `value` in lower-case hexadecimal digits, at least `width` of them.
func hexadecimal(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
