import CivilDates
import Diffing
import Testing

@testable import Rendering
@testable import Reporting

/// Where the marks of pictures stand.
@Suite struct PictureTests {
  static let widths = [Picture.wideWidth, Picture.narrowWidth]

  private static func day(_ number: Int) -> Day { Day(number: 19_700 + number) ?? .first }

  private static func subject(_ title: String) -> Change.Subject {
    Change.Subject(kind: "initiative", id: "a", title: title, kindLabel: "Initiative")
  }

  private static let titles = LegibleDrawing.titles

  @Test(arguments: widths, [1, 2, 6]) func trends(_ width: Int, _ count: Int) {
    let trends = (0..<count).map { number in
      PromiseTrend(
        subject: Self.subject(Self.titles[number]),
        fields: [FieldStep(isItem: true, token: "ga", label: Self.titles[number])],
        points: [
          (Self.day(number), Self.day(200)), (Self.day(90 + number), Self.day(300)),
          (Self.day(180), Self.day(300)),
        ], slips: 2)
    }
    let drawing = TrendChart.layout(trends, day: Self.day(250), width: width)
    LegibleDrawing.expect(drawing, "\(count) trends")
    let lines = drawing.marks.filter { mark in
      if case .path(let points, let role) = mark {
        points.count == 6 && "\(role)".hasPrefix("series")
      } else {
        false
      }
    }
    #expect(lines.count == count, "a line for each promise, with a step for each slip")
  }

  /// A slip is a step up: towards the top of the picture.
  @Test func laterIsHigher() throws {
    let trend = PromiseTrend(
      subject: Self.subject("A"), fields: [],
      points: [(Self.day(0), Self.day(100)), (Self.day(50), Self.day(200)), (Self.day(60), Self.day(150))],
      slips: 1)
    let drawing = TrendChart.layout([trend], day: Self.day(300), width: 720)
    let dots = drawing.marks.compactMap { mark in
      if case .dot(let point, 3, _) = mark { point } else { nil }
    }
    try #require(dots.count == 3)
    #expect(dots[1].y < dots[0].y && dots[2].y > dots[1].y && dots[2].y < dots[0].y)
    #expect(dots[0].x < dots[1].x && dots[1].x < dots[2].x)
  }

  @Test(arguments: widths, [2, 3, 12, 24]) func bars(_ width: Int, _ count: Int) {
    let counts = (0..<count).map { number in
      SlipCount(
        first: Day(year: 2023 + number / 12, month: number % 12 + 1, day: 1) ?? .first,
        last: Day(year: 2023 + number / 12, month: number % 12 + 1, day: 28) ?? .first,
        slips: number * 97 % 1_001,
        late: number * 97 % 1_001 / 2)
    }
    let drawing = SlipBars.layout(counts, width: width)
    LegibleDrawing.expect(drawing, "\(count) bars")
    let high = drawing.marks.compactMap { mark in
      if case .box(let box, let role) = mark, "\(role)" == "bar early" { box.height } else { nil }
    }
    #expect(high.count == counts.count { $0.slips > 0 })
    #expect(high.max() == (width > 500 ? 130 : 110), "the most slips reach the top")
  }

  @Test(arguments: widths, [1, 6, 40]) func plans(_ width: Int, _ count: Int) {
    let rows = (0..<count).map { number -> TimelineRow in
      let before = TimelineRow.Plan(
        start: Self.day(number), end: Self.day(100), milestones: [Self.day(90), Self.day(100)])
      let after = TimelineRow.Plan(start: nil, end: Self.day(100 + number * 40), milestones: [])
      return TimelineRow(
        subject: Self.subject(Self.titles[number % Self.titles.count]),
        before: number % 3 == 0 ? nil : before,
        after: number % 5 == 4 ? nil : after)
    }
    let drawing = PlanChart.layout(rows, day: Self.day(120), width: width)
    LegibleDrawing.expect(drawing, "\(count) plans")
    let more = drawing.labels.filter { $0.text.hasPrefix("and ") }.map(\.text)
    #expect(more == (count > 12 ? ["and \(count - 12) more"] : []))
  }

  @Test func whatCrowdsIsSpreadAboutItsMiddle() {
    #expect(TrendChart.spread([50, 50, 50], apart: 10, within: 0...100) == [40, 50, 60])
    #expect(TrendChart.spread([98, 99], apart: 10, within: 0...100) == [90, 100])
    #expect(TrendChart.spread([5, 80, 6], apart: 10, within: 0...100) == [0, 80, 10])
    #expect(TrendChart.spread([], apart: 10, within: 0...100).isEmpty)
  }

  @Test func ticksFitTheirNumber() {
    for days in [14, 40, 100, 400, 3_000, 60_000] {
      let scale = DayScale(Self.day(0), Self.day(0).advanced(by: days), from: 0, to: 500)
      for most in [4, 8] { #expect(scale.ticks(atMost: most).count <= most) }
    }
  }

  @Test(arguments: titles) func aCutTextFits(_ title: String) {
    for room in [20, 60, 200] {
      #expect(TextMeasure.width(TextMeasure.cut(title, to: room)) <= room)
    }
  }
}
