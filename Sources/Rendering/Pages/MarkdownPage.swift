internal import ChangeHistory
internal import Diffing

/// Writes pages as GitHub-flavoured Markdown.
struct MarkdownPage {
  private let page: Page

  init(_ page: Page) { self.page = page }

  func render() -> String {
    var text = "# \(MarkdownText.escaping(page.title + page.period))\n\n"
    if !page.lead.isEmpty { text += "**\(MarkdownText.escaping(page.lead))**\n\n" }
    for note in page.notes { text += "\(MarkdownText.escaping(note))\n\n" }
    for section in page.sections {
      let blocks = section.blocks.map(block).joined()
      // Pictures are no text: a section of nothing else is left out.
      guard !blocks.isEmpty else { continue }
      let title = MarkdownText.escaping(section.title)
      text += section.isFolded ? "<details><summary>\(title)</summary>\n\n" : "## \(title)\n\n"
      if let note = section.note { text += "\(MarkdownText.escaping(note))\n\n" }
      text += blocks
      if section.isFolded { text += "</details>\n\n" }
    }
    guard !page.footing.isEmpty else { return text }
    return text + "---\n" + page.footing.map(line).joined(separator: " ") + "\n"
  }

  private func block(_ block: Page.Block) -> String {
    switch block {
    case .heading(let title): return "### \(MarkdownText.escaping(title))\n\n"
    case .paragraph(let line): return self.line(line) + "\n\n"
    case .list(let lines): return list(lines.map(line))
    case .stories(let stories): return list(stories.map(story))
    case .table(let table): return self.table(table)
    case .picture: return ""
    }
  }

  private func list(_ items: [String]) -> String {
    var text = ""
    for item in items.prefix(PageLimits.rows) { text += "- \(item)\n" }
    if items.count > PageLimits.rows {
      text += "- and \(Counting.grouped(items.count - PageLimits.rows)) more\n"
    }
    return text.isEmpty ? "" : text + "\n"
  }

  private func story(_ story: Page.Story) -> String {
    let state = story.state.map { ", \(MarkdownText.escaping($0))" } ?? ""
    let head = subject(story.subject) + state
    guard story.lines.count != 1 else { return "\(head): \(line(story.lines[0]))" }
    return head + story.lines.map { "\n  - \(line($0))" }.joined()
  }

  private func table(_ table: Page.Table) -> String {
    let rows = table.rows.prefix(PageLimits.rows).map { $0.map(line) }
    var text = MarkdownText.table(
      header: table.columns.map { MarkdownText.escaping($0.title) }, rows: Array(rows))
    if table.rows.count > PageLimits.rows {
      text += "\nand \(Counting.grouped(table.rows.count - PageLimits.rows)) more\n"
    }
    return text + "\n"
  }

  private func line(_ line: Page.Line) -> String {
    var text = line.weight.map { $0 >= .risky ? "**\($0.name)**: " : "" } ?? ""
    for part in line.parts { text += inline(part) }
    if !line.why.isEmpty {
      text += "\(Self.stop(text)) Why: \(MarkdownText.escaping(line.why.joined(separator: "; ")))"
    }
    if let trace = line.trace {
      text +=
        " — \(MarkdownText.escaping(trace.people)), \(trace.day), \(commit(trace.step.commit))\(trace.repetition)"
    }
    return text
  }

  private static func stop(_ text: String) -> String { text.utf8.last == 0x2E ? "" : "." }

  private func inline(_ part: Page.Inline) -> String {
    switch part {
    case .text(let text): MarkdownText.escaping(text)
    case .strong(let text): "**\(MarkdownText.escaping(text))**"
    case .subject(let subject): self.subject(subject)
    case .code(let text): MarkdownText.code(text)
    case .commit(let id): commit(id)
    case .lineBreak: "<br>"
    }
  }

  /// `“Title” (`initiative:id`)`.
  private func subject(_ subject: Change.Subject) -> String {
    "\(MarkdownText.escaping(ValueWords.quoted(subject.title))) (\(MarkdownText.code(subject.name)))"
  }

  private func commit(_ id: String) -> String {
    let short = "`\(id.prefix(8))`"
    return CommitAddress.of(id, page.commitLink).map { "[\(short)](\($0))" } ?? short
  }
}
