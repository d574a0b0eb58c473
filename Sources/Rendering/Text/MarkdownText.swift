internal import Diagnostics

/// Text for GitHub-flavoured Markdown: shown as it was written, never acting.
public enum MarkdownText {
  /// `text` on one line: punctuation escaped, mentions, issue numbers, links and commands broken.
  ///
  /// Works by scalars, so that a combining mark cannot shield the punctuation before it.
  public static func escaping(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in VisibleText.escaping(text).unicodeScalars {
      // Addresses and emoji names have no space after their colon.
      if previous == ":", scalar != " " { result.append("\u{200B}") }
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "@": result.append(contentsOf: "@\u{200B}".unicodeScalars)
      case "#": result.append(contentsOf: "\\#\u{200B}".unicodeScalars)
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$", "^":
        result.append("\\")
        result.append(scalar)
      case "-", "+", "=":
        if previous == " " { result.append("\\") }
        result.append(scalar)
      case ".":
        if previous == "w" || isDigit(previous) { result.append("\\") }
        result.append(scalar)
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// `text` as inline code: backquotes taken out of its way by a longer fence.
  public static func code(_ text: String) -> String {
    let visible = TerminalText.escaping(text)
    var longest = 0
    var run = 0
    for byte in visible.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = visible.utf8.first == 0x60 || visible.utf8.last == 0x60 || visible.isEmpty ? " " : ""
    return (fence + pad + visible + pad + fence).replacing("|", with: "\\|")
  }

  /// A commit in short, leading to the address that `pattern` gives with the commit for `{commit}`, where that is one.
  static func link(_ commit: String, _ pattern: String?) -> String {
    let short = "`\(commit.prefix(8))`"
    guard let pattern, pattern.utf8.starts(with: "https://".utf8) else { return short }
    let address = pattern.replacing("{commit}", with: commit)
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[]\\\"`|".utf8.contains($0) }
    return isPlain ? "[\(short)](\(address))" : short
  }

  /// A table of cells that have been escaped already.
  public static func table(header: [String], rows: [[String]]) -> String {
    let lines =
      ["| " + header.joined(separator: " | ") + " |", "|" + header.map { _ in " --- |" }.joined()]
      + rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }
}
