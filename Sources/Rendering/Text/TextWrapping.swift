/// Breaks texts into lines that fit.
public enum TextWrapping {
  /// The lines of `text`, broken at spaces where they are longer than `width` columns; a word is never broken.
  public static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let length = DisplayWidth.of(String(word))
      if used > 0, used + 1 + length > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += length
    }
    return used > 0 || lines.isEmpty ? lines + [line] : lines
  }

  /// `text` in at most `width` columns, its end told by `…` where it had to be cut.
  public static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let length = DisplayWidth.of(String(scalar))
      if used + length > width - 1 { break }
      used += length
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
