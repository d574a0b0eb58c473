import CivilDates
import Planning
import Testing

@testable import Rendering

/// Where the marks of Gantt charts stand.
@Suite struct GanttChartTests {
  static let widths = [GanttChart.wideWidth, Picture.narrowWidth]
  private static let monday = Day("2026-01-12") ?? .first

  private static func row(
    _ id: String, from start: Int, to end: Int, team: String = "web", target: Int? = nil,
    title: String? = nil,
    links: [String] = [], stage: GanttRow.Stage = .ready
  ) -> GanttRow {
    let days = (monday.advanced(by: start), monday.advanced(by: end))
    var row = GanttRow(id: id, title: title ?? id, start: days.0, end: days.1, ships: days.1)
    row.team = team
    row.group = team
    row.stage = stage
    row.bars = [GanttRow.Bar(start: days.0, end: days.1)]
    row.target = target.map { monday.advanced(by: $0) }
    row.late = target.map { end - $0 }
    row.links = links.map { GanttRow.Link(on: $0) }
    return row
  }

  /// Many rows of several teams, each with something else about it.
  private static func plan(_ count: Int, days: Int = 9) -> GanttPlan {
    let bonds: [InitiativeFacts.Dependency.Bond] = [.finishStart, .startStart, .finishFinish]
    let rows = (0..<count).map { number -> GanttRow in
      let start = number * 7 % 40 * days / 9
      var row = row(
        "i\(number)", from: start, to: start + 3 + number % days, team: "team \(number * 4 / count)",
        target: number % 3 == 0 ? nil : number * 11 % 60,
        title: LegibleDrawing.titles[number % LegibleDrawing.titles.count],
        stage: [.running, .ready, .tentative][number % 3])
      if number % 4 == 1 { row.links = [GanttRow.Link(on: "i\(number / 2)", bond: bonds[number / 4 % 3])] }
      if number % 5 == 0 { row.bars.append(GanttRow.Bar(start: row.start, end: row.start.advanced(by: 1))) }
      if number % 7 == 0 {
        row.p50 = row.end.advanced(by: 2)
        row.p80 = row.end.advanced(by: 9)
        row.p95 = number % 2 == 0 ? nil : row.end.advanced(by: 400)
        row.probability = 0.7
      }
      if row.stage == .running { row.begun = monday.advanced(by: -number * 9) }
      row.isOnChain = number % 6 == 0
      return row
    }
    return GanttPlan(
      asOf: monday, rows: rows,
      freezes: [
        GanttPlan.Stretch(from: monday.advanced(by: -400), to: monday.advanced(by: 9), title: "a"),
        GanttPlan.Stretch(
          from: monday.advanced(by: 20), to: monday.advanced(by: 2_000), title: "b", teams: ["team 1"]),
      ],
      timeOff: [
        GanttPlan.Stretch(from: monday, to: monday.advanced(by: 12), title: "c", teams: ["team 0"])
      ], chainEnd: rows.last)
  }

  @Test(arguments: widths, [1, 8, 60]) func nothingLeavesThePicture(_ width: Int, _ count: Int) {
    for days in [9, 300] {
      let drawing = GanttLayout.drawing(Self.plan(count, days: days), width: width, limit: 40)
      LegibleDrawing.expect(drawing, "\(count) rows over \(days) days")
      LegibleDrawing.expectMarksInside(drawing, "\(count) rows over \(days) days")
    }
  }

  @Test(arguments: widths) func everyRowIsDrawnOrCounted(_ width: Int) {
    for count in [1, 39, 40, 41, 130] {
      let drawing = GanttLayout.drawing(Self.plan(count), width: width, limit: 40)
      let drawn = drawing.labels.count { "\($0.role)" == "label strong" }
      let blank = (0..<count).count { LegibleDrawing.titles[$0 % LegibleDrawing.titles.count].isEmpty }
      #expect(blank == 0)
      #expect(drawn == min(count, 40))
      let more = drawing.labels.filter { $0.text.hasPrefix("and ") }.map(\.text)
      #expect(
        more
          == (count > 40
            ? ["and \(count - 40) initiative\(count == 41 ? "" : "s") more, not drawn here"] : []))
    }
  }

  @Test func whatIsLateOrUnderWayIsKeptWhereNotAllFit() {
    let plan = GanttPlan(
      asOf: Self.monday,
      rows: [
        Self.row("early", from: 0, to: 1), Self.row("late", from: 30, to: 40, target: 20),
        Self.row("running", from: 20, to: 30, stage: .running),
      ])
    #expect(plan.chosen(2).map(\.id) == ["late", "running"])
    #expect(plan.chosen(0).isEmpty)
  }

  private static func marks(_ drawing: Drawing, _ role: String) -> [Drawing.Mark] {
    drawing.marks.filter { mark in
      switch mark {
      case .path(_, let other), .box(_, let other), .dot(_, _, let other), .diamond(_, _, let other),
        .triangle(_, _, let other), .strokes(_, let other):
        "\(other)" == role
      case .text: false
      }
    }
  }

  /// One tells what is late, and how far work is, without seeing colours.
  @Test func shapesTellWhatColoursTell() {
    let plan = GanttPlan(
      asOf: Self.monday,
      rows: [Self.row("a", from: 0, to: 9, target: 4), Self.row("b", from: 0, to: 4, target: 9)])
    let drawing = GanttLayout.drawing(plan, width: 860, limit: 9)
    let late = Self.marks(drawing, "target late")
    let met = Self.marks(drawing, "target met")
    // One in the legend, one in the chart.
    #expect(late.count == 2 && met.count == 2)
    #expect(late.allSatisfy { if case .triangle = $0 { true } else { false } })
    #expect(met.allSatisfy { if case .diamond = $0 { true } else { false } })
    #expect(Self.marks(drawing, "overrun").count == 2)
    #expect(drawing.labels.contains { $0.text == "+5 d" && "\($0.role)" == "label late" })
    let sheet = "\(PictureStyle.sheet)"
    #expect(sheet.contains(".bar.tentative") && sheet.contains("stroke-dasharray: 3 2"))
  }

  @Test func barsArePaleWhereNobodyWorks() throws {
    let plan = GanttPlan(asOf: Self.monday, rows: [Self.row("a", from: 0, to: 18)])
    let drawing = GanttLayout.drawing(plan, width: 860, limit: 9)
    let rest = try #require(Self.marks(drawing, "rest").first)
    guard case .strokes(let lines, _) = rest else { return }
    #expect(lines.count == 2, "two weekends lie within the bar")
    let years = GanttPlan(asOf: Self.monday, rows: [Self.row("a", from: 0, to: 1_800)])
    #expect(
      Self.marks(GanttLayout.drawing(years, width: 860, limit: 9), "rest").isEmpty, "too narrow to be seen")
  }

  /// What would cross a text lies below its backing.
  @Test(arguments: widths) func noLineRunsThroughAText(_ width: Int) {
    let marks = GanttLayout.drawing(Self.plan(12), width: width, limit: 40).marks
    var crossed = 0
    for (place, mark) in marks.enumerated() {
      guard case .text(let label) = mark, !label.text.isEmpty else { continue }
      let runsThrough = marks.contains { line in
        guard case .path(let points, let role) = line, "\(role)" == "now" || "\(role)".hasPrefix("link")
        else { return false }
        return zip(points, points.dropFirst()).contains { a, b in
          Drawing.Box(
            x: min(a.x, b.x), y: min(a.y, b.y), width: max(abs(a.x - b.x), 1), height: max(abs(a.y - b.y), 1)
          ).overlaps(label.box)
        }
      }
      guard runsThrough else { continue }
      crossed += 1
      guard case .box(_, let role) = marks[place - 1] else {
        Issue.record("'\(label.text)' has no backing")
        continue
      }
      #expect("\(role)" == "backing")
    }
    #expect(crossed > 0 || width > 500)
  }

  @Test func theLegendShowsWhatIsDrawn() {
    let plan = GanttPlan(asOf: Self.monday, rows: [Self.row("a", from: 0, to: 9, target: 900)])
    let drawing = GanttLayout.drawing(plan, width: 860, limit: 9)
    #expect(Self.marks(drawing, "target met").isEmpty)
    #expect(!drawing.labels.contains { $0.text == "promise, kept" })
  }

  // MARK: Dependencies

  @Test func linesEndAtTheBarThatWaits() throws {
    let rows = [Self.row("a", from: 0, to: 9), Self.row("b", from: 10, to: 20, links: ["a", "gone", "b"])]
    let drawing = GanttLayout.drawing(GanttPlan(asOf: Self.monday, rows: rows), width: 860, limit: 9)
    let lines = Self.marks(drawing, "link").compactMap {
      if case .path(let points, _) = $0 { points } else { nil }
    }
    try #require(lines.count == 2, "a line and its head; what has no row has no line")
    let bars = Self.marks(drawing, "bar ready").compactMap {
      if case .box(let box, _) = $0 { box } else { nil }
    }
    let (from, to) = (bars[bars.count - 2], bars[bars.count - 1])
    let (first, last) = (lines[0][0], lines[0][lines[0].count - 1])
    #expect(first.x == from.x + from.width && first.y == from.y + from.height / 2)
    #expect(last.x >= to.x && last.x <= to.x + to.width && last.y == to.y - 1)
    #expect(lines[1][1] == last, "the head sits on the end of the line")
  }

  @Test func linesTooManyOrTooLongAreCounted() {
    let rows = (0..<40).map {
      Self.row("i\($0)", from: $0, to: $0 + 1, links: $0 >= 20 ? ["i\($0 - 20)"] : [])
    }
    let far = GanttLayout.drawing(GanttPlan(asOf: Self.monday, rows: rows), width: 860, limit: 40)
    #expect(Self.marks(far, "link").isEmpty)
    #expect(far.labels.last?.text == "20 dependencies between rows far apart are not drawn")
    let many = rows.map { row in
      var row = row
      row.links = (1...3).compactMap { back in
        Int(row.id.dropFirst()).map { GanttRow.Link(on: "i\($0 - back)") }
      }
      return row
    }
    let crowded = GanttLayout.drawing(GanttPlan(asOf: Self.monday, rows: many), width: 860, limit: 40)
    #expect(Self.marks(crowded, "link").count == 60, "thirty lines with their heads")
    #expect(crowded.labels.last?.text.hasPrefix("84 ") == true)
  }

  /// Two lines to two bars do not run on top of each other.
  @Test func lanesAreMovedApart() {
    let rows = [
      Self.row("a", from: 0, to: 4), Self.row("b", from: 0, to: 4),
      Self.row("c", from: 7, to: 20, links: ["a"]), Self.row("d", from: 7, to: 20, links: ["b"]),
    ]
    let drawing = GanttLayout.drawing(GanttPlan(asOf: Self.monday, rows: rows), width: 860, limit: 9)
    let lanes = Self.marks(drawing, "link").compactMap { mark -> Int? in
      if case .path(let points, _) = mark, points.count > 3 || points[0].y != points[2].y {
        points.last?.x
      } else {
        nil
      }
    }
    #expect(Set(lanes).count >= 2)
  }

  @Test func anEmptyPlanHasNoPicture() {
    #expect(GanttChart.picture(GanttPlan(asOf: Self.monday, rows: [])) == nil)
    let file = SVGSchedule.render(GanttPlan(asOf: Self.monday, rows: []), heading: "a")
    #expect(file.contains("Nothing has dates."))
  }
}
