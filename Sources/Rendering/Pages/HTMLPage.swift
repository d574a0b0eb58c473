internal import ChangeHistory
internal import CivilDates
internal import Diffing

/// Writes pages as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.
struct HTMLPage {
  private let page: Page
  private static let policy =
    "default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; base-uri 'none'; form-action 'none'"

  init(_ page: Page) { self.page = page }

  func render() -> String {
    var html = HTMLWriter()
    html.doctype()
    html.element("html", ["lang": .name("en")]) { html in
      html.newline()
      html.element("head") { head(&$0) }
      html.newline()
      html.element("body") { html in
        html.element(
          "a", ["class": .name("skip"), "href": .address(WebAddress(place: "content"))],
          text: "To the content")
        html.newline()
        header(&html)
        html.element("main", ["id": .name("content")]) { html in
          contents(&html)
          for section in page.sections { self.section(section, &html) }
        }
        html.newline()
        footer(&html)
      }
      html.newline()
    }
    html.newline()
    return html.text
  }

  private func head(_ html: inout HTMLWriter) {
    html.newline()
    html.single("meta", ["charset": .name("utf-8")])
    html.newline()
    html.single("meta", ["http-equiv": .name("Content-Security-Policy"), "content": .text(Self.policy)])
    html.newline()
    html.single("meta", ["name": .name("viewport"), "content": .name("width=device-width, initial-scale=1")])
    html.newline()
    html.single("meta", ["name": .name("color-scheme"), "content": .name("light dark")])
    html.newline()
    html.single("meta", ["name": .name("referrer"), "content": .name("no-referrer")])
    html.newline()
    html.element("title", text: page.title + page.period)
    html.newline()
    html.style(HTMLStyle.sheets)
  }

  private func header(_ html: inout HTMLWriter) {
    html.element("header") { html in
      if !page.eyebrow.isEmpty { html.element("p", ["class": .name("eyebrow")], text: page.eyebrow) }
      html.element("h1", text: page.title)
      if !page.period.isEmpty {
        html.element("p", ["class": .name("period")]) {
          write(ValueWords.capitalised(page.period.drop { $0 == " " || $0 == "," }.description), &$0)
        }
      }
      if !page.lead.isEmpty { html.element("p", ["class": .name("lead")], text: page.lead) }
      if !page.facts.isEmpty {
        html.element("dl", ["class": .name("facts")]) { html in
          for fact in page.facts {
            html.element("div", ["class": .name(fact.isBad ? "fact bad" : "fact")]) { html in
              html.element("dt", text: fact.label)
              html.element("dd", text: Counting.grouped(fact.count))
            }
          }
        }
      }
      for note in page.notes { html.element("p", ["class": .name("note")], text: note) }
    }
    html.newline()
  }

  private func contents(_ html: inout HTMLWriter) {
    guard page.sections.count > 3 else { return }
    html.element("nav", ["aria-label": .name("Sections")]) { html in
      html.element("ul") { html in
        for section in page.sections {
          html.element("li") { html in
            html.element("a", ["href": .address(WebAddress(place: section.name))]) { html in
              html.write(section.title)
              if section.count > 0 {
                html.element("span", ["class": .name("count")], text: Counting.grouped(section.count))
              }
            }
          }
        }
      }
    }
    html.newline()
  }

  private func section(_ section: Page.Section, _ html: inout HTMLWriter) {
    html.element("section", ["id": .text(section.name)]) { html in
      html.element("h2", text: section.title)
      if section.isFolded {
        return html.element("details") { html in
          html.element("summary", text: "show")
          contents(of: section, &html)
        }
      }
      contents(of: section, &html)
    }
    html.newline()
  }

  private func contents(of section: Page.Section, _ html: inout HTMLWriter) {
    if let note = section.note { html.element("p", ["class": .name("note")], text: note) }
    for block in section.blocks {
      html.newline()
      self.block(block, &html)
    }
  }

  private func footer(_ html: inout HTMLWriter) {
    guard !page.footing.isEmpty else { return }
    html.element("footer") { html in
      for line in page.footing { html.element("p") { self.line(line, &$0) } }
    }
  }

  // MARK: Blocks

  private func block(_ block: Page.Block, _ html: inout HTMLWriter) {
    switch block {
    case .heading(let title): html.element("h3", text: title)
    case .paragraph(let line): html.element("p") { self.line(line, &$0) }
    case .list(let lines):
      folded(lines, noun: "more", &html) { lines, html in
        html.element("ul", ["class": .name("lines")]) { html in
          for line in lines { html.element("li") { self.line(line, &$0) } }
        }
      }
    case .stories(let stories):
      folded(stories, noun: "more", &html) { stories, html in
        html.element("div", ["class": .name("stories")]) { html in
          for story in stories { self.story(story, &html) }
        }
      }
    case .table(let table):
      folded(table.rows, noun: "more", &html) { rows, html in self.table(table.columns, rows, &html) }
    case .picture(let picture): picture.write(to: &html)
    }
  }

  /// The first rows, and the rest folded away; beyond the limit only how many there are.
  private func folded<Row>(
    _ rows: [Row], noun: String, _ html: inout HTMLWriter, _ write: ([Row], inout HTMLWriter) -> Void
  ) {
    // A fold of two rows hides less than it costs.
    let open = rows.count <= PageLimits.unfolded + 2 ? rows.count : PageLimits.unfolded
    if open > 0 { write(Array(rows.prefix(open)), &html) }
    guard rows.count > open else { return }
    let rest = rows.count - open
    html.element("details") { html in
      html.element("summary", text: "and \(Counting.grouped(rest)) \(noun)")
      write(Array(rows.dropFirst(open).prefix(PageLimits.folded)), &html)
      if rest > PageLimits.folded {
        html.element(
          "p", ["class": .name("note")],
          text: "\(Counting.grouped(rest - PageLimits.folded)) more are in the report's JSON.")
      }
    }
  }

  private func story(_ story: Page.Story, _ html: inout HTMLWriter) {
    html.element("article") { html in
      html.element("h3") { html in
        html.element("bdi", text: ValueWords.cut(story.subject.title))
        if let state = story.state { html.element("span", ["class": .name("state")], text: state) }
      }
      html.element("p", ["class": .name("name")], text: story.subject.name)
      guard !story.lines.isEmpty else { return }
      html.element("ul") { html in
        for line in story.lines { html.element("li") { self.line(line, &$0) } }
      }
    }
  }

  /// A table that phones show as a list; the roles keep it a table for screen readers there.
  private func table(_ columns: [Page.Table.Column], _ rows: [[Page.Line]], _ html: inout HTMLWriter) {
    html.element("table", ["role": .name("table")]) { html in
      html.element("thead", ["role": .name("rowgroup")]) { html in
        html.element("tr", ["role": .name("row")]) { html in
          for column in columns {
            html.element(
              "th",
              [
                "role": .name("columnheader"), "scope": .name("col"),
                "class": .name(Self.look(column)),
              ], text: column.title)
          }
        }
      }
      html.element("tbody", ["role": .name("rowgroup")]) { html in
        for row in rows {
          html.element("tr", ["role": .name("row")]) { html in
            for (column, cell) in zip(columns, row) {
              html.element(
                "td",
                [
                  "role": .name("cell"), "data-label": .text(column.title),
                  "class": .name(Self.look(column)),
                ]
              ) { self.line(cell, &$0) }
            }
          }
        }
      }
    }
  }

  private static func look(_ column: Page.Table.Column) -> StaticString {
    column.isNumber ? "number" : column.isShort ? "short" : "text"
  }

  // MARK: Lines

  private func line(_ line: Page.Line, _ html: inout HTMLWriter) {
    guard !line.more.isEmpty else { return open(line, &html) }
    html.element("details", ["class": .name("more")]) { html in
      html.element("summary") { open(line, &$0) }
      html.element("p") { html in
        for part in line.more { inline(part, &html) }
      }
    }
  }

  private func open(_ line: Page.Line, _ html: inout HTMLWriter) {
    if let weight = line.weight, weight >= .risky {
      html.element(
        "span", ["class": .name(weight == .breaking ? "badge breaking" : "badge risky")], text: weight.name)
      html.write(" ")
    }
    for part in line.parts { inline(part, &html) }
    if !line.why.isEmpty {
      html.element("span", ["class": .name("why")]) { html in
        html.element("b", text: "Why: ")
        html.write(line.why.joined(separator: "; "))
      }
    }
    if let trace = line.trace {
      html.element("span", ["class": .name("trace")]) { html in
        html.element("bdi", text: trace.people)
        html.write(" · ")
        html.element("time", text: trace.day)
        html.write(" · ")
        commit(trace.step.commit, &html)
        html.write(trace.repetition)
      }
    }
  }

  /// A text whose days are not broken at their hyphens.
  private func write(_ text: String, _ html: inout HTMLWriter) {
    let bytes = Array(text.utf8)
    var start = 0
    var index = 0
    while index + 10 <= bytes.count {
      guard Day(iso: bytes[index..<(index + 10)]) != nil else {
        index += 1
        continue
      }
      html.write(String(decoding: bytes[start..<index], as: UTF8.self))
      html.element("time", text: String(decoding: bytes[index..<(index + 10)], as: UTF8.self))
      index += 10
      start = index
    }
    html.write(String(decoding: bytes[start...], as: UTF8.self))
  }

  private func inline(_ part: Page.Inline, _ html: inout HTMLWriter) {
    switch part {
    case .text(let text): write(text, &html)
    case .strong(let text): html.element("strong") { write(text, &$0) }
    case .subject(let subject):
      html.element("bdi", ["class": .name("title")], text: ValueWords.cut(subject.title))
      html.write(" ")
      html.element("span", ["class": .name("name")], text: subject.name)
    case .code(let text): html.element("code", text: text)
    case .commit(let id): commit(id, &html)
    case .lineBreak: html.single("br")
    }
  }

  private func commit(_ id: String, _ html: inout HTMLWriter) {
    let short = String(id.prefix(8))
    guard let address = WebAddress(commit: id, pattern: page.commitLink) else {
      return html.element("code", text: short)
    }
    html.element("a", ["class": .name("commit"), "href": .address(address)]) { html in
      html.element("code", text: short)
    }
  }
}
