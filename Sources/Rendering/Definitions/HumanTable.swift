public import Browsing
internal import Diagnostics
internal import Workspaces

/// Definitions in a table for people at a terminal.
public enum HumanTable {
  /// The table, whose titles are cut so that lines have at most `width` columns; nil for no limit.
  public static func render(_ table: DefinitionTable, style: TextStyle, width: Int?) -> String {
    let columns: [(header: String, cell: (DefinitionTable.Row) -> String?)] = [
      ("KIND", { $0.definition.kind }), ("ID", { $0.definition.id }), ("TITLE", { $0.definition.title }),
      ("STATUS", { $0.status }), ("OWNER", { $0.owner }), ("TEAM", { $0.team }), ("DATE", { $0.date }),
    ]
    let shown = columns.filter { column in
      (table.kind == nil || column.header != "KIND") && table.rows.contains { column.cell($0) != nil }
    }
    var rows = table.rows.map { row in shown.map { TerminalText.escaping($0.cell(row) ?? "") } }
    if let width, let title = shown.firstIndex(where: { $0.header == "TITLE" }) {
      rows = TextTable.cutting(title, of: rows, header: shown.map(\.header), to: width)
    }
    guard !rows.isEmpty else { return summary(table, style) }
    return TextTable.render(header: shown.map(\.header), rows: rows, style: style) + "\n"
      + summary(table, style)
  }

  /// `26 initiatives: 3 idea, 4 committed`.
  private static func summary(_ table: DefinitionTable, _ style: TextStyle) -> String {
    let noun = table.kind.map { TerminalText.escaping($0) } ?? "definition"
    var text = Counting.words(table.rows.count, noun, plural: Plural.of(noun))
    let counts = table.counts.map { item in
      let name = TerminalText.escaping(item.name)
      return "\(item.count) \(table.kind == nil && item.count != 1 ? Plural.of(name) : name)"
    }
    if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
    return style.paint(text, .strong) + "\n"
  }
}
