import CivilDates
import Planning
import Testing

@testable import Rendering

/// Pictures of schedules as files and on pages.
@Suite struct SchedulePictureTests {
  private static let monday = Day("2026-01-12") ?? .first

  private static func facts(_ titles: [String] = ["First", "Second", "Third"]) -> PlanFacts {
    var initiatives = titles.enumerated().map { number, title in
      InitiativeFacts(
        id: "i\(number)", title: title, stage: number == 0 ? .running : .ready,
        work: [InitiativeFacts.Work(team: "web", effort: Effort(2), people: 1)],
        dependencies: number == 0 ? [] : [InitiativeFacts.Dependency(on: "i\(number - 1)")], rank: number,
        start: number == 0 ? When(monday.advanced(by: -7)) : nil,
        target: When(monday.advanced(by: 18)))
    }
    initiatives.append(InitiativeFacts(id: "idea", title: "Idea", stage: .tentative))
    let team = TeamFacts(
      id: "web", title: titles.last ?? "Web", capacity: [(nil, 2)], wipLimit: 1,
      timeOff: [TeamFacts.TimeOff(from: monday.advanced(by: 7), to: monday.advanced(by: 11), people: 1)])
    var facts = PlanFacts(initiatives: initiatives, teams: ["web": team])
    facts.settings.freezes = [
      PlanSettings.Freeze(from: monday.advanced(by: 28), to: monday.advanced(by: 34), title: "Freeze")
    ]
    return facts
  }

  private static func view(_ facts: PlanFacts, team: String? = nil) -> ScheduleView {
    ScheduleView(
      PlanSchedule(PlanModel(facts, asOf: monday)), title: "Product", team: team, version: "1.0.0")
  }

  /// Every mark of a small chart, so that a reader of this test sees what moves when it does.
  @Test func aSmallChart() {
    let chart = GanttPlan(PlanSchedule(PlanModel(Self.facts(["First", "Second"]), asOf: Self.monday)))
    let drawing = GanttLayout.drawing(chart, width: 860, limit: 9)
    let marks = drawing.marks.compactMap { mark -> String? in
      switch mark {
      case .box(let box, let role) where !"\(role)".hasPrefix("shade") && "\(role)" != "backing":
        "\(role) \(box.x),\(box.y) \(box.width)x\(box.height)"
      case .path(let points, let role) where "\(role)" == "link" || "\(role)" == "link chain":
        "\(role) " + points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      case .triangle(let point, _, let role), .diamond(let point, _, let role):
        "\(role) \(point.x),\(point.y)"
      default: nil
      }
    }
    #expect(marks == Self.smallChart)
  }

  private static let smallChart = [
    "bar running 0,5 20x10", "bar ready 112,5 20x10", "target met 215,10", "target late 343,9",
    "link chain 397,93 429,93 429,109", "link chain 426,105 429,109 432,105", "bar past 223,91 102x4",
    "bar running 325,88 72x10", "bar ready 426,110 247x10", "target met 601,93", "target late 601,110",
  ]

  @Test(arguments: [GanttChart.wideWidth, Picture.narrowWidth]) func loads(_ width: Int) {
    let plan = PlanSchedule(PlanModel(Self.facts(LegibleDrawing.titles), asOf: Self.monday))
    let drawing = LoadChart.layout(plan.loads, width: width)
    LegibleDrawing.expect(drawing, "load")
    LegibleDrawing.expectMarksInside(drawing, "load")
    let many = (0..<20).map { number in
      var week = TeamLoad.Week(first: Self.monday, days: 5)
      week.capacity = 2
      week.use = [TeamLoad.Use(initiative: "a", people: 3)]
      week.over = 1
      week.atOnce = 4
      let weeks = (0..<(1 + number * 40)).map { _ in week }
      return TeamLoad(
        team: "t\(number)", title: LegibleDrawing.titles[number % 9], limit: number % 2 == 0 ? 3 : nil,
        weeks: weeks.enumerated().map { index, week in
          var week = week
          week.first = Self.monday.advanced(by: 7 * index)
          return week
        })
    }
    let crowded = LoadChart.layout(many, width: width)
    LegibleDrawing.expect(crowded, "twenty teams")
    LegibleDrawing.expectMarksInside(crowded, "twenty teams")
    #expect(crowded.labels.last?.text == "and 4 teams more, not drawn here")
    #expect(LoadBins(many[19], width: 300).bins.count <= 60, "bars that one can see")
  }

  @Test func overloadIsMarked() throws {
    var facts = Self.facts()
    // Two that are under way hold a person more than there are.
    for number in 0...1 {
      facts.initiatives[number].stage = .running
      facts.initiatives[number].start = When(Self.monday)
      facts.initiatives[number].dependencies = []
      facts.initiatives[number].work[0].people = 1.5
    }
    let plan = PlanSchedule(PlanModel(facts, asOf: Self.monday))
    let picture = try #require(LoadChart.picture(plan.loads))
    #expect(picture.description.contains("Third is asked for more people than there are."))
    let over = picture.wide.marks.filter {
      if case .box(_, let role) = $0 { "\(role)" == "over" } else { false }
    }
    #expect(over.count >= 2, "in the legend and in the chart")
  }

  /// Only elements of our own, whatever strangers write.
  @Test func nothingThatIsWrittenBecomesMarkup() {
    let view = Self.view(Self.facts(LegibleDrawing.titles))
    let known = [
      "svg", "title", "desc", "style", "polyline", "rect", "circle", "polygon", "path", "text", "!DOCTYPE",
      "html",
      "head", "meta", "body", "header", "main", "nav", "section", "footer", "h1", "h2", "h3", "p", "a", "ul",
      "li",
      "dl", "dt", "dd", "div", "span", "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
      "figure",
      "figcaption", "strong", "time", "code", "bdi", "b", "br",
    ]
    for text in [SVGSchedule.render(view), HTMLSchedule.render(view)] {
      for piece in text.unicodeScalars.split(separator: "<").dropFirst() {
        var name = String(
          String.UnicodeScalarView(
            piece.prefix { $0 != " " && $0 != ">" && $0 != "/" || $0 == "/" && piece.first == "/" }))
        if name.hasPrefix("/") { name.removeFirst() }
        #expect(known.contains(name), "<\(name)")
      }
      #expect(!text.contains("<script") && !text.contains("onload=\"") && !text.contains("\u{202E}"))
    }
  }

  @Test func theSameFactsGiveTheSameBytes() {
    let facts = Self.facts(LegibleDrawing.titles)
    let again = PlanFacts(
      settings: facts.settings, initiatives: facts.initiatives.reversed(), teams: facts.teams)
    #expect(SVGSchedule.render(Self.view(facts)) == SVGSchedule.render(Self.view(again)))
    #expect(HTMLSchedule.render(Self.view(facts)) == HTMLSchedule.render(Self.view(again)))
  }

  @Test func aFileHasItsColoursAndFetchesNothing() {
    let file = SVGSchedule.render(Self.view(Self.facts()))
    #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"884\""))
    #expect(file.contains("prefers-color-scheme: dark"))
    #expect(file.contains("Product: schedule as of 2026-01-12"))
    #expect(!file.contains("href") && !file.contains("url(") && file.utf8.count < 20_000)
  }

  @Test func thePageTellsWhatIsLateAndFoldsTheReasons() {
    let page = HTMLSchedule.render(Self.view(Self.facts()))
    let sections = ["late", "chart", "dates", "teams", "left-out"]
    let places = sections.map { page.firstRange(of: "<section id=\"\($0)\">")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!page.contains("<section id=\"reasons\">"), "they stand in the table")
    #expect(page.split(separator: "<details class=\"more\">").count - 1 >= 3 + 1)
    #expect(page.contains("working days after its promise of"))
  }

  @Test func aComparisonHasTheHeadAndTheFootOfASchedule() {
    var facts = Self.facts()
    facts.initiatives[1].work[0].effort = Effort(4)
    let view = ComparisonView(
      ScheduleComparison(Self.facts(), facts, asOf: Self.monday), sides: ("main", "files"), asOf: Self.monday,
      title: "Product", version: "1.0.0")
    let page = HTMLComparison.render(view)
    #expect(page.contains("<p class=\"eyebrow\">Product</p>"))
    #expect(page.contains("Made by prodops 1.0.0 from definitions, as of <time>2026-01-12</time>."))
    #expect(SVGComparison.render(view).contains("Product: what moves from main to files"))
  }

  @Test func aLongTeamNameEndsInAnEllipsis() {
    let name = "Billing, invoices, payments, taxes and everything else about money"
    let plan = PlanSchedule(PlanModel(Self.facts(["First", "Second", name]), asOf: Self.monday))
    let drawing = GanttLayout.drawing(GanttPlan(plan), width: Picture.narrowWidth, limit: 9)
    let label = drawing.labels.first { "\($0.role)" == "label key" }
    #expect(label?.text == "Billing, invoices, payments, taxes and eve…" && label?.whole == name)
  }

  @Test func aTeamSeesItsOwn() {
    var facts = Self.facts()
    facts.initiatives.append(
      InitiativeFacts(id: "z", title: "Zebra", work: [InitiativeFacts.Work(team: "ops", effort: Effort(1))]))
    facts.teams["ops"] = TeamFacts(id: "ops", title: "Operations", capacity: [(nil, 1)])
    let file = SVGSchedule.render(Self.view(facts, team: "web"))
    #expect(file.contains("First") && !file.contains("Zebra"))
  }
}
