internal import ChangeHistory
internal import Diagnostics
internal import Diffing

/// Writes pages for people at a terminal.
struct TerminalPage {
  private let page: Page
  private let style: TextStyle
  private let width: Int
  private let isCut: Bool

  /// A page in lines of `width` columns; where `isCut`, the last column of tables is cut to it too.
  init(_ page: Page, style: TextStyle, width: Int, isCut: Bool) {
    self.page = page
    self.style = style
    self.width = max(width, 40)
    self.isCut = isCut
  }

  func render() -> String {
    var text = ""
    if !page.title.isEmpty { text += style.paint(escaped(page.title + page.period), .strong) + "\n" }
    if !page.lead.isEmpty { text += wrapped(page.lead) }
    for note in page.notes { text += wrapped(note) }
    for section in page.sections where !section.blocks.isEmpty {
      if !text.isEmpty { text += "\n" }
      if !section.title.isEmpty { text += style.paint(escaped(section.title), .strong) + "\n" }
      if let note = section.note { text += wrapped(note, indent: "  ") }
      for (index, block) in section.blocks.enumerated() { text += self.block(block, isFirst: index == 0) }
    }
    for line in page.footing { text += "\n" + wrapped(words(line)) }
    return text
  }

  private func block(_ block: Page.Block, isFirst: Bool) -> String {
    switch block {
    case .heading(let title): (isFirst ? "" : "\n") + "  " + style.paint(escaped(title), .accent) + "\n"
    case .paragraph(let line): wrapped(words(line), indent: "  ")
    case .list(let lines): lines.map { wrapped(words($0), first: "  - ", indent: "    ") }.joined()
    case .stories(let stories):
      stories.map { story in
        wrapped("\(subject(story.subject))\(story.state.map { ", \($0)" } ?? "")", indent: "  ")
          + story.lines.map { wrapped(words($0), first: "    - ", indent: "      ") }.joined()
      }.joined()
    case .table(let table): self.table(table)
    case .picture: ""
    }
  }

  private func table(_ table: Page.Table) -> String {
    let header = table.columns.map { escaped(TerminalPage.capitals($0.title)) }
    var rows = table.rows.map { $0.map { escaped(words($0)) } }
    if isCut, let last = header.indices.last {
      let widths = header.indices.map { column in
        (rows.map { DisplayWidth.of($0[column]) } + [DisplayWidth.of(header[column])]).max() ?? 0
      }
      let others = widths.dropLast().reduce(0, +) + 2 * last
      for row in rows.indices {
        rows[row][last] = TextWrapping.cut(rows[row][last], to: max(width - others, 24))
      }
    }
    return TextTable.render(header: header, rows: rows, style: style)
  }

  /// Headers of our own in capitals, as all tables on terminals have them.
  private static func capitals(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  private func words(_ line: Page.Line) -> String {
    var text = line.weight.map { $0 >= .risky ? "\($0.name): " : "" } ?? ""
    for part in line.parts {
      switch part {
      case .text(let words), .strong(let words), .code(let words): text += words
      case .subject(let subject): text += self.subject(subject)
      case .commit(let id): text += String(id.prefix(8))
      case .lineBreak: text += " "
      }
    }
    if !line.why.isEmpty { text += " (\(line.why.joined(separator: "; ")))" }
    if let trace = line.trace {
      text += " — \(trace.people), \(trace.day), \(trace.step.commit.prefix(8))\(trace.repetition)"
    }
    return text
  }

  private func subject(_ subject: Change.Subject) -> String {
    "\(ValueWords.quoted(subject.title)) (\(subject.name))"
  }

  private func escaped(_ text: String) -> String { TerminalText.escaping(text) }

  private func wrapped(_ text: String, first: String? = nil, indent: String = "") -> String {
    TextWrapping.lines(escaped(text), width: width - indent.utf8.count).enumerated().map {
      ($0 == 0 ? first ?? indent : indent) + $1 + "\n"
    }.joined()
  }
}
