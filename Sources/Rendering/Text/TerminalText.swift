internal import Diagnostics

/// Text for terminals and build logs: nothing a stranger wrote moves the cursor or commands the runner.
public enum TerminalText {
  /// `text` on one line, with what acts or hides spelled out, and commands of build runners broken.
  ///
  /// Runners look for `##[…]` anywhere in a line and for `::…::` at its start: the bracket is spelled out, and so is
  /// a colon that a line could start with.
  public static func escaping(_ text: String) -> String {
    let visible = withoutCommands(VisibleText.escaping(text))
    guard visible.utf8.contains(0x23) else { return visible }
    var result = String.UnicodeScalarView()
    var hashes = 0
    var isCommand = false
    for scalar in visible.unicodeScalars {
      if scalar == "#" {
        hashes += 1
        isCommand = hashes >= 2
        result.append(scalar)
        continue
      }
      if scalar == "[", isCommand {
        result.append(contentsOf: "\\u{5b}".unicodeScalars)
      } else {
        result.append(scalar)
      }
      hashes = 0
      if !(scalar.isASCII && scalar.properties.isAlphabetic) { isCommand = false }
    }
    return String(result)
  }
}

extension TerminalText {
  /// `text` with the first colon of `::name` spelled out where a line, once it is wrapped, could start with it.
  private static func withoutCommands(_ text: String) -> String {
    guard text.utf8.contains(0x3A), text.contains("::") else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isFirst = index == 0 || scalars[index - 1].properties.isWhitespace
      if scalar == ":", isFirst, index + 2 < scalars.count, scalars[index + 1] == ":",
        scalars[index + 2].properties.isAlphabetic
      {
        result.append(contentsOf: "\\u{3a}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// Colours of a terminal, or none.
public struct TextStyle: Sendable {
  /// Whether colours are used.
  public let isColoured: Bool

  /// A style with or without colours.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// What a text means, for its colour.
  public enum Role: String, Sendable {
    case error = "1;31"
    case warning = "1;33"
    case info = "1;36"
    case good = "32"
    case bad = "31"
    case strong = "1"
    case faint = "2"
    case accent = "34"
  }

  /// `text` in the colour of `role`; the text has been escaped already.
  public func paint(_ text: String, _ role: Role) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// How many columns a text takes on a terminal.
public enum DisplayWidth {
  /// The columns of `text`: combining marks and joiners take none, East Asian wide letters and emoji two.
  public static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// Counts with their nouns.
public enum Counting {
  /// `1 error`, `2 errors`.
  public static func words(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `count` with commas between groups of three digits.
  public static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return (count < 0 ? "-" : "") + result
  }

  /// The question whether one of `names` was meant: `did you mean 'a' or 'b'?`.
  public static func suggestion(_ names: [String]) -> String {
    "did you mean \(list(names.map { "'\($0)'" }, "or"))?"
  }

  /// `a`, `a and b`, `a, b and c`.
  public static func list(_ words: [String], _ conjunction: String = "and") -> String {
    Enumeration.list(words, conjunction)
  }
}

/// A plain table with aligned columns: the one way to print a table on a terminal.
public enum TextTable {
  /// The rows with the texts of one column cut so that lines have at most `width` columns, but 16 for that column.
  static func cutting(
    _ column: Int, of rows: [[String]], header: [String], to width: Int
  ) -> [[String]] {
    let others = header.indices.filter { $0 != column }.reduce(2 * (header.count - 1)) { sum, other in
      sum + (rows.map { DisplayWidth.of($0[other]) } + [header[other].utf8.count]).reduce(0, max)
    }
    return rows.map { row in
      var row = row
      row[column] = TextWrapping.cut(row[column], to: max(width - others, 16))
      return row
    }
  }

  /// The rows under their header, columns padded to their widest cell; cells have been escaped already.
  public static func render(header: [String], rows: [[String]], style: TextStyle) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() where column < widths.count {
        text += cell
        if column < cells.count - 1 {
          text += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
        }
      }
      while text.utf8.last == 0x20 { text.removeLast() }
      return text
    }
    return ([style.paint(line(header), .faint)] + rows.map(line)).joined(separator: "\n") + "\n"
  }
}
