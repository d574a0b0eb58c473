/// What may be an id, a handle and a title, and how a title is made from a name for machines.
public enum Names {
  /// Whether `text` may be the id of a definition.
  public static func isID(_ text: String) -> Bool {
    let words = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return text.utf8.count <= 64
      && words.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLowerCase($0) || isDigit($0) } }
  }

  /// Whether `text` may be a person's handle, without the @.
  public static func isHandle(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        isLowerCase($0 | 0x20) || isDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
      }
  }

  /// Whether `text` may be a title: one line with something to read in it.
  public static func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count <= 200 && text.contains { !$0.isWhitespace }
      && !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// `guest-checkout` as people would write it: `Guest checkout`.
  public static func title(of name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func isLowerCase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
