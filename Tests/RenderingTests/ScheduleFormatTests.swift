import CivilDates
import Foundation
import Planning
import Testing

@testable import Rendering

/// What a stranger wrote acts in no format of a schedule.
@Suite struct ScheduleFormatTests {
  private static let hostile = [
    "=HYPERLINK(\"http://x\",\"y\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:x", "a\nDESCRIPTION:x;y,z\\", "a:b, crit, 2026-01-01, 1d", "section Owned",
    "title x", "%%{init: {\"theme\": \"x\"}}%%", "click a href \"javascript:alert(1)\"", "``` <script>", "",
    "a;b#35;c", "\u{1B}[31mred\u{202E}", "::error::x", "##[stop]", "| a | b |", "<img src=x>", "a,b\"c",
    "  vert line", "日本語のとても長い題名" + String(repeating: "長", count: 200),
  ]

  private static func view(_ title: String) -> ScheduleView {
    let facts = PlanFacts(
      initiatives: [
        InitiativeFacts(
          id: "a", title: title, status: title,
          work: [InitiativeFacts.Work(team: "web", effort: Effort(1), people: 1)], rank: 1,
          milestones: [
            InitiativeFacts.Milestone(id: "m", title: title, target: When("2026-01-06".utf8))
          ], plan: title),
        InitiativeFacts(
          id: "b", title: "B", work: [InitiativeFacts.Work(team: "web", effort: Effort(1), people: 1)],
          dependencies: [InitiativeFacts.Dependency(on: "a")]),
      ], teams: ["web": TeamFacts(id: "web", title: title, capacity: [(nil, 1)])])
    return ScheduleView(
      PlanSchedule(PlanModel(facts, asOf: Day("2026-01-05") ?? .first)), title: title, version: "1")
  }

  /// Reads CSV as RFC 4180 has it.
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell.append("\"")
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" {
        rows[rows.count - 1].append(String(cell))
        cell = .init()
        if scalar == "\r" {
          rows.append([])
          index += 1
        }
      } else {
        cell.append(scalar)
      }
      index += 1
    }
    return rows.dropLast()
  }

  @Test(arguments: hostile) func csvHasNoFormulas(_ title: String) {
    let text = CSVSchedule.render(Self.view(title))
    let rows = Self.cells(text)
    #expect(rows.count == 3 && rows.allSatisfy { $0.count == rows[0].count }, "\(text)")
    #expect(!text.replacing("\r\n", with: "").unicodeScalars.contains { $0.value < 0x20 })
    let numbers: Set<String> = ["working_days_late"]
    for row in rows.dropFirst() {
      for (name, cell) in zip(rows[0], row) where !numbers.contains(name) {
        let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
        #expect(!"=+-@|%＝＋－＠".unicodeScalars.contains(first ?? "x"), "\(name): \(cell)")
      }
    }
    #expect(rows[1][0] == "a")
  }

  @Test(arguments: hostile) func calendarsKeepTheirForm(_ title: String) {
    let text = CalendarSchedule.render(Self.view(title))
    #expect(text == CalendarSchedule.render(Self.view(title)))
    #expect(!text.replacing("\r\n", with: "").unicodeScalars.contains { $0.value < 0x20 })
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
    #expect(unfolded.first == "BEGIN:VCALENDAR" && unfolded.last == "END:VCALENDAR")
    #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 3 && unfolded.count { $0 == "END:VEVENT" } == 3)
    let known: Set<String> = [
      "BEGIN", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
      "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "TRANSP", "END",
    ]
    for line in unfolded {
      let name = line.prefix { $0 != ":" }
      #expect(known.contains(String(name)), "\(line)")
      guard ["SUMMARY", "DESCRIPTION", "X-WR-CALNAME"].contains(name) else { continue }
      let value = Array(line.dropFirst(name.count + 1).unicodeScalars)
      for (index, scalar) in value.enumerated() where ";,".unicodeScalars.contains(scalar) {
        #expect(index > 0 && value[index - 1] == "\\", "\(line)")
      }
    }
    let ids = unfolded.filter { $0.hasPrefix("UID:") }
    #expect(
      ids == ["a.end", "a.promise.m", "b.end"].map { "UID:\($0)@schedule.prodops.example" })
    #expect(unfolded.contains("DTSTAMP:20260105T000000Z"))
    #expect(
      unfolded.contains("DTSTART;VALUE=DATE:20260109") && unfolded.contains("DTEND;VALUE=DATE:20260110"))
  }

  @Test(arguments: hostile) func diagramsKeepTheirForm(_ title: String) {
    let text = MermaidSchedule.render(Self.view(title))
    let lines = text.components(separatedBy: "\n").dropLast()
    #expect(lines.count == 10, "\(text)")
    #expect(lines.count { $0.hasPrefix("  section ") } == 2)
    for line in lines.dropFirst(5) where !line.hasPrefix("  section ") {
      let parts = line.split(separator: ":")
      #expect(parts.count == 2, "one name and one list of tags: \(line)")
      #expect(
        parts.last?.wholeMatch(of: /(milestone, )?(crit, |active, |done, )*[0-9-]{10}, ([0-9-]{10}|0d)/)
          != nil)
      // A character reference is the only thing in which these stand.
      let name = parts.first?.replacing(/#[0-9]+;/, with: "") ?? ""
      #expect(!name.contains { "#;%<>\"`{}[]\\".contains($0) }, "\(line)")
      #expect(
        name.trimmingCharacters(in: .whitespaces).firstMatch(of: /^(section|title|click|vert)\b/) == nil)
    }
    #expect(
      text.contains(":crit, 2026-01-05, 2026-01-09") && text.contains(":milestone, crit, 2026-01-06, 0d"))
  }

  @Test func whatIsPlainStaysReadable() {
    #expect(MermaidSchedule.escaping("Search v3 (beta), 2nd") == "Search v3 (beta), 2nd")
    #expect(CSVSchedule.text("Search, v3") == "\"Search, v3\"")
    #expect(CSVSchedule.text("Search - v3") == "Search - v3")
    #expect(CalendarSchedule.escaping("a\nb; c") == "a\\nb\\; c")
  }

  @Test(arguments: hostile) func terminalsAndMarkdownAreSafe(_ title: String) {
    let text = HumanSchedule.render(Self.view(title), style: TextStyle(isColoured: false), width: nil)
    let isClean = !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }
    #expect(isClean && !text.contains("##["))
    let page = MarkdownSchedule.render(Self.view(title))
    #expect(!page.contains("<img") && !page.contains("<script"))
    let rows = page.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
    let columns = rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
    #expect(Set(columns).count == 1 && rows.count == 4, "\(page)")
  }

  /// One team's view has its shares and nothing else.
  @Test func oneTeamAlone() {
    let facts = PlanFacts(
      initiatives: [
        InitiativeFacts(
          id: "a",
          work: [
            InitiativeFacts.Work(team: "web", effort: Effort(1), people: 1),
            InitiativeFacts.Work(team: "app", effort: Effort(2), people: 1),
          ]),
        InitiativeFacts(id: "b", work: [InitiativeFacts.Work(team: "app", effort: Effort(1), people: 1)]),
        InitiativeFacts(
          id: "c", stage: .paused, work: [InitiativeFacts.Work(team: "app", effort: Effort(1))]),
      ],
      teams: [
        "web": TeamFacts(id: "web", capacity: [(nil, 1)]), "app": TeamFacts(id: "app", capacity: [(nil, 1)]),
      ])
    let plan = PlanSchedule(PlanModel(facts, asOf: Day("2026-01-05") ?? .first))
    let view = ScheduleView(plan, team: "web", version: "1")
    #expect(view.rows.map(\.facts.id) == ["a"])
    #expect(view.rows[0].end == Day("2026-01-09"))
    #expect(view.leftOut.isEmpty)
    #expect(ScheduleView(plan, team: "app", version: "1").leftOut.map(\.facts.id) == ["c"])
  }
}
