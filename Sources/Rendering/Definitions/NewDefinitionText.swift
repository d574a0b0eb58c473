internal import Diagnostics
public import Scaffolding

/// What a new definition still needs, in words.
public enum NewDefinitionText {
  /// The fields to fill in, each with its line and the schema's help, and what to do next.
  public static func advice(_ definition: NewDefinition, style: TextStyle, width: Int) -> String {
    let path = TerminalText.escaping(definition.path.text)
    var text = ""
    if !definition.gaps.isEmpty {
      text += "\nFill in what only you can know:\n"
      for gap in definition.gaps {
        let field = style.paint(TerminalText.escaping(gap.field), .strong)
        text += "  line \(gap.line): \(field)\n"
        for line in TextWrapping.lines(TerminalText.escaping(gap.help), width: max(width - 4, 40))
        where !gap.help.isEmpty {
          text += "    \(line)\n"
        }
        guard !gap.choices.isEmpty, gap.choices.count <= 12 else { continue }
        text += "    one of \(gap.choices.map { TerminalText.escaping($0) }.joined(separator: ", "))\n"
      }
    }
    if !definition.worthAdding.isEmpty {
      let fields = definition.worthAdding.map { TerminalText.escaping($0) }.joined(separator: ", ")
      text +=
        "\n" + TextWrapping.lines("Worth adding: \(fields)", width: max(width, 40)).joined(separator: "\n")
        + "\n"
    }
    return text + "\nNext: 'prodops lint \(path)' tells what is missing.\n"
  }
}
