internal import Diagnostics
internal import Diffing

/// Changes for people at a terminal: one definition after the other, the weightiest first.
public enum HumanChanges {
  /// The text.
  public static func render(_ list: ChangeListing, style: TextStyle) -> String {
    var text = ""
    for group in list.groups {
      let title = TerminalText.escaping(
        "\(group.subject.kindLabel) \(ValueWords.quoted(group.subject.title))")
      text +=
        style.paint(title, .strong)
        + style.paint(
          " (\(TerminalText.escaping(group.subject.name))) \(TerminalText.escaping(group.path))", .faint)
        + "\n"
      for sentence in list.sentences(of: group) { text += line(sentence.weight, sentence.text, style) }
      text += "\n"
    }
    if !list.changes.folds.isEmpty {
      text += style.paint("The same edit in many definitions", .strong) + "\n"
      for fold in list.changes.folds {
        let weight = fold.members.map { list.changes.changes[$0].weight }.max() ?? .routine
        text += line(weight, list.sentence(for: fold), style)
      }
      text += "\n"
    }
    if !list.passed.isEmpty {
      text += style.paint("Went by without an edit", .strong) + "\n"
      for change in list.passed { text += line(change.weight, list.sentence(forPassed: change), style) }
      text += "\n"
    }
    if !list.moves.isEmpty {
      text += style.paint("Moved, and otherwise the same or told above", .strong) + "\n"
      for move in list.moves {
        let words = "\(move.subject.name): \(move.pathBefore?.text ?? "") → \(move.pathAfter?.text ?? "")"
        text += "  \(TerminalText.escaping(words))\n"
      }
      text += "\n"
    }
    for remark in list.remarks { text += "note: \(TerminalText.escaping(remark))\n" }
    return text + style.paint(list.summary, .strong) + "\n"
  }

  /// A change with its class, in lines of at most `width` columns where one is given.
  static func line(
    _ weight: ChangeClass, _ sentence: String, _ style: TextStyle, width: Int? = nil
  ) -> String {
    let role: TextStyle.Role =
      switch weight {
      case .breaking: .error
      case .risky: .warning
      case .notable: .info
      case .routine: .faint
      }
    let pad = String(repeating: " ", count: 9 - weight.name.utf8.count)
    let text = TerminalText.escaping(sentence)
    let lines = width.map { TextWrapping.lines(text, width: max($0 - 12, 20)) } ?? [text]
    return "  \(style.paint(weight.name, role))\(pad) \(lines.joined(separator: "\n            "))\n"
  }
}
