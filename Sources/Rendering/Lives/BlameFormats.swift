public import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// Where the fields of a definition come from, for people at a terminal.
public enum HumanBlame {
  /// The text, its values cut so that lines have at most `width` columns, where that leaves room for them.
  public static func render(_ blame: DefinitionBlame, style: TextStyle, width: Int) -> String {
    var text = style.paint(TerminalText.escaping(LifeWords.title(blame.subject)), .strong)
    text += style.paint(
      " (\(TerminalText.escaping(blame.subject.name))) \(TerminalText.escaping(blame.path.text))", .faint)
    text += "\n\n"
    var header = ["FIELD", "VALUE", "LANDED", "COMMIT", "WRITTEN BY", "WRITTEN"]
    var rows = blame.fields.map { field in
      ([LifeWords.label(field), LifeWords.value(field)] + origin(field)).map { TerminalText.escaping($0) }
    }
    // When it was written is what a narrow terminal can do without.
    if room(rows, header, width) < leastRoom {
      header.removeLast()
      for index in rows.indices { rows[index].removeLast() }
    }
    rows = fitted(rows, header, to: max(room(rows, header, width), leastRoom))
    text += TextTable.render(header: header, rows: rows, style: style)
    let remarks = LifeWords.remarks(on: blame)
    if !remarks.isEmpty { text += "\n" }
    for remark in remarks { text += "note: \(TerminalText.escaping(remark))\n" }
    return text
  }

  /// When and by which step a value landed, who wrote it, and when and in which commit.
  private static func origin(_ field: DefinitionBlame.Field) -> [String] {
    switch field.origin {
    case .landed(let landing, let authorship):
      let step = landing.reference
      let isOwn = authorship.commit == step.commit
      let written = isOwn && authorship.day == step.day ? "" : authorship.day.description
      return [
        step.day.description, String(step.commit.prefix(8)), ValueWords.cut(authorship.author.name),
        isOwn ? written : "\(written) in \(authorship.commit.prefix(8))",
      ]
    case .notCommitted: return ["not committed yet", "", "", ""]
    case .beforeHistory(let day): return ["\(day) or before", "", "", ""]
    }
  }

  /// The columns that fields and values have at least.
  private static let leastRoom = 56

  /// The columns that are left for fields and values.
  private static func room(_ rows: [[String]], _ header: [String], _ width: Int) -> Int {
    let others = header.indices.dropFirst(2).map { column in
      (rows.map { DisplayWidth.of($0[column]) } + [header[column].utf8.count]).max() ?? 0
    }
    return width - others.reduce(0, +) - 2 * (header.count - 1)
  }

  /// The rows with their fields and values cut, so that both take `room` columns.
  private static func fitted(_ rows: [[String]], _ header: [String], to room: Int) -> [[String]] {
    func widest(_ column: Int) -> Int { rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    let label = min(widest(0), max(room * 3 / 5, room - widest(1)))
    return rows.map { row in
      [TextWrapping.cut(row[0], to: label), TextWrapping.cut(row[1], to: room - label)] + row.dropFirst(2)
    }
  }
}

/// Where the fields of a definition come from, as Markdown.
public enum MarkdownBlame {
  /// The text; `commitLink` is the address of a commit, with `{commit}` for its id.
  public static func render(_ blame: DefinitionBlame, commitLink: String?) -> String {
    let title = MarkdownText.escaping(LifeWords.title(blame.subject))
    var text = "### \(title) (\(MarkdownText.code(blame.subject.name)))\n\n"
    text += MarkdownText.table(
      header: ["Field", "Value", "Landed", "Written"],
      rows: blame.fields.map { field in
        [MarkdownText.escaping(LifeWords.label(field)), MarkdownText.escaping(LifeWords.value(field))]
          + origin(field, commitLink)
      })
    for remark in LifeWords.remarks(on: blame) { text += "\n> \(MarkdownText.escaping(remark))\n" }
    return text
  }

  private static func origin(_ field: DefinitionBlame.Field, _ commitLink: String?) -> [String] {
    switch field.origin {
    case .landed(let landing, let authorship):
      let step = landing.reference
      let author = MarkdownText.escaping(ValueWords.cut(authorship.author.name))
      return [
        "\(step.day), \(MarkdownText.link(step.commit, commitLink))",
        "\(author), \(authorship.day), \(MarkdownText.link(authorship.commit, commitLink))",
      ]
    case .notCommitted: return ["not committed yet", ""]
    case .beforeHistory(let day): return ["\(day) or before", ""]
    }
  }
}

/// Where the fields of a definition come from, as one JSON document.
public enum JSONBlame {
  /// The document.
  public static func render(_ blame: DefinitionBlame, version: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      LifeJSON.head(blame.bounds, blame.subject, version, to: &writer)
      writer.member("path", blame.path.text)
      writer.member("head", blame.head)
      writer.array("fields", of: blame.fields) { writer, field in
        writer.object { object in
          object.member("pointer", field.leaf.pointer)
          object.member("label", LifeWords.label(field))
          object.key("value")
          object.value(field.leaf.value)
          origin(field.origin, to: &object)
        }
      }
      writer.array("unreadable", of: blame.unreadable) { writer, version in
        writer.object {
          $0.member("path", version.path.text)
          $0.member("commit", version.commit)
          $0.member("day", version.day.description)
          $0.member("reason", version.reason)
        }
      }
    }
    return writer.text
  }

  private static func origin(_ origin: DefinitionBlame.Origin, to writer: inout JSONWriter) {
    switch origin {
    case .landed(let landing, let authorship):
      writer.member("origin", "landed")
      writer.object("landed") { LifeJSON.landing(landing, to: &$0) }
      writer.object("written") { LifeJSON.authorship(authorship, to: &$0) }
    case .notCommitted: writer.member("origin", "not-committed")
    case .beforeHistory(let day):
      writer.member("origin", "before-history")
      writer.member("before", day.description)
    }
  }
}
