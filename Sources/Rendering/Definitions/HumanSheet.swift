public import Browsing
internal import Diagnostics
internal import Workspaces

/// A definition for people at a terminal.
public struct HumanSheet: Sendable {
  private let sheet: DefinitionSheet
  private let style: TextStyle
  private let width: Int

  /// Shows `sheet` on lines of at most `width` columns, where the text allows.
  public init(_ sheet: DefinitionSheet, style: TextStyle, width: Int) {
    self.sheet = sheet
    self.style = style
    self.width = max(width, 40)
  }

  /// The text; `findings` are those of the definition, as the linter's own view shows them.
  public func render(findings: String) -> String {
    let place = "\(TerminalText.escaping(sheet.place.path.text)):\(sheet.place.start.line)"
    var text = style.paint(TerminalText.escaping(sheet.definition.title), .strong) + "\n"
    text += style.paint("\(TerminalText.escaping(sheet.definition.name)) in \(place)", .faint) + "\n\n"
    let labels = sheet.fields.map { TerminalText.escaping($0.label) }
    let column = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, 24) + 2
    for (label, field) in zip(labels, sheet.fields) {
      let lines = lines(field.value, width: max(width - column, 24))
      for (index, line) in lines.enumerated() {
        let head = index == 0 ? label : ""
        let gap = String(repeating: " ", count: max(column - DisplayWidth.of(head), 1))
        text += line.isEmpty && index > 0 ? "\n" : style.paint(head, .accent) + gap + line + "\n"
      }
    }
    text += referrers()
    return text + "\n" + findings
  }

  private func referrers() -> String {
    guard !sheet.referrers.isEmpty else { return "\nNothing refers to it.\n" }
    var text = "\nReferred to by\n"
    for referrer in sheet.referrers {
      let name = style.paint("(\(TerminalText.escaping(referrer.definition.name)))", .faint)
      let fields = Counting.list(referrer.fields.map { TerminalText.escaping($0.label) })
      text += "  \(TerminalText.escaping(referrer.definition.title)) \(name): \(fields)\n"
    }
    return text
  }

  // MARK: Values

  private func lines(_ value: DefinitionSheet.Value, width: Int) -> [String] {
    switch value {
    case .prose(let text):
      let paragraphs = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      return paragraphs.flatMap { $0.isEmpty ? [""] : wrapped(TerminalText.escaping(String($0)), width) }
    case .list(let items, let isLong) where isLong && items.count > 1 || items.contains(where: \.isGroup):
      return items.flatMap { item in
        let lines = TextWrapping.lines(flat(item), width: width - 2)
        return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .group("", let fields) where DisplayWidth.of(flat(value)) > width:
      return fields.flatMap { field in
        let lines = TextWrapping.lines(
          "\(TerminalText.escaping(field.label)): \(inner(field.value))", width: width - 2)
        return lines.enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
      }
    default: return wrapped(flat(value), width)
    }
  }

  private func wrapped(_ text: String, _ width: Int) -> [String] { TextWrapping.lines(text, width: width) }

  /// A value on one line.
  private func flat(_ value: DefinitionSheet.Value) -> String {
    switch value {
    case .text(let text), .prose(let text): return TerminalText.escaping(text)
    case .list(let items, _):
      return items.isEmpty ? "none" : items.map(inner).joined(separator: ", ")
    case .group(let name, let fields):
      let parts = fields.map { "\(TerminalText.escaping($0.label)): \(inner($0.value))" }.joined(
        separator: "; ")
      guard !name.isEmpty else { return parts }
      return parts.isEmpty ? TerminalText.escaping(name) : "\(TerminalText.escaping(name)); \(parts)"
    }
  }

  /// A value inside another: a group in brackets.
  private func inner(_ value: DefinitionSheet.Value) -> String {
    if case .group = value { return "(\(flat(value)))" }
    return flat(value)
  }
}

extension DefinitionSheet.Value {
  /// Whether it has parts of its own.
  fileprivate var isGroup: Bool {
    if case .group = self { return true }
    return false
  }
}
