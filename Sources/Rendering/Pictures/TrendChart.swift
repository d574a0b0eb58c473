internal import CivilDates
internal import Diffing
internal import Reporting

/// The milestone trend: what was promised, over the day on which it was said.
enum TrendChart {
  /// More lines than that nobody can follow.
  static let lines = 6
  private static let roles: [StaticString] = [
    "series s1", "series s2", "series s3", "series s4", "series s5", "series s6",
  ]
  private static let dots: [StaticString] = ["dot s1", "dot s2", "dot s3", "dot s4", "dot s5", "dot s6"]

  /// The picture; nil where nothing slipped twice or once.
  static func picture(_ report: ChangeReport) -> Picture? {
    let trends = report.trends(atMost: lines)
    guard !trends.isEmpty else { return nil }
    let rest = report.slips.count - trends.count
    let worst = trends[0]
    return Picture(
      name: "trend", title: "Promises over time",
      description:
        "Each line is a promised date: a step up is a slip. The dashed line is the day itself: a promise that meets it "
        + "is due. \(ValueWords.quoted(worst.subject.title)) slipped \(Counting.words(worst.slips, "time"))."
        + (rest > 0 ? " \(Counting.words(rest, "other slip")) of the period are in the table." : ""),
      legend: [], wide: layout(trends, day: report.source.day, width: Picture.wideWidth),
      narrow: layout(trends, day: report.source.day, width: Picture.narrowWidth))
  }

  /// The places of everything, for a width in pixels.
  static func layout(_ trends: [PromiseTrend], day: Day, width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let isWide = width > 500
    let said = trends.flatMap(\.points).map(\.said)
    let promised = trends.flatMap(\.points).map(\.promised)
    guard let first = said.min(), let low = promised.min(), let high = promised.max() else { return drawing }
    let plot = Drawing.Box(x: 52, y: 14, width: width - 52 - (isWide ? 266 : 26), height: isWide ? 250 : 210)
    let bottom = plot.y + plot.height
    let across = DayScale(first, max(day, said.max() ?? day), from: plot.x, to: plot.x + plot.width)
    let up = DayScale(low.advanced(by: -20), high.advanced(by: 20), from: bottom, to: plot.y)
    grid(&drawing, plot, across, up, isWide)
    today(&drawing, across, up)
    let ends = spread(
      trends.map { up.position($0.points.last?.promised ?? low) }, apart: 15, within: plot.y + 4...bottom)
    for (number, trend) in trends.enumerated() {
      let points = steps(trend, day, across, up)
      drawing.marks.append(.path(points, roles[number % roles.count]))
      for point in trend.points {
        drawing.marks.append(
          .dot(
            Drawing.Point(x: across.position(point.said), y: up.position(point.promised)), radius: 3,
            dots[number % dots.count]))
      }
      drawing.add(
        String(number + 1), at: Drawing.Point(x: plot.x + plot.width + 8, y: ends[number] + 4),
        role: "label key")
    }
    legend(&drawing, trends, plot, isWide)
    return drawing
  }

  private static func grid(
    _ drawing: inout Drawing, _ plot: Drawing.Box, _ across: DayScale, _ up: DayScale, _ isWide: Bool
  ) {
    let bottom = plot.y + plot.height
    for tick in up.ticks(atMost: 8) {
      let y = up.position(tick.day)
      drawing.marks.append(
        .path([Drawing.Point(x: plot.x, y: y), Drawing.Point(x: plot.x + plot.width, y: y)], "grid"))
      drawing.add(tick.text, at: Drawing.Point(x: plot.x - 6, y: y + 4), .end)
    }
    for tick in across.ticks(atMost: isWide ? 6 : 4) {
      let x = across.position(tick.day)
      drawing.marks.append(
        .path([Drawing.Point(x: x, y: bottom), Drawing.Point(x: x, y: bottom + 4)], "axis"))
      // A label at the edge would leave the picture.
      guard x > plot.x + 12 else { continue }
      drawing.add(tick.text, at: Drawing.Point(x: x, y: bottom + 17), .middle)
    }
    drawing.marks.append(
      .path([Drawing.Point(x: plot.x, y: bottom), Drawing.Point(x: plot.x + plot.width, y: bottom)], "axis"))
    drawing.height = bottom + 24
  }

  /// The line on which a promise is due on the day on which it is said, as far as it runs through the picture.
  private static func today(_ drawing: inout Drawing, _ across: DayScale, _ up: DayScale) {
    let first = max(across.first, up.first)
    let last = min(across.last, up.last)
    guard first < last else { return }
    drawing.marks.append(
      .path(
        [first, last].map { Drawing.Point(x: across.position($0), y: up.position($0)) }, "today"))
  }

  /// A promise holds until another is said, or until it is due.
  private static func steps(_ trend: PromiseTrend, _ day: Day, _ across: DayScale, _ up: DayScale)
    -> [Drawing.Point]
  {
    var points: [Drawing.Point] = []
    for (index, point) in trend.points.enumerated() {
      let end =
        index + 1 < trend.points.count
        ? trend.points[index + 1].said : max(point.said, min(day, point.promised))
      let y = up.position(point.promised)
      points.append(Drawing.Point(x: across.position(point.said), y: y))
      points.append(Drawing.Point(x: across.position(end), y: y))
    }
    return points
  }

  private static func legend(
    _ drawing: inout Drawing, _ trends: [PromiseTrend], _ plot: Drawing.Box, _ isWide: Bool
  ) {
    let x = isWide ? plot.x + plot.width + 34 : 8
    var y = isWide ? plot.y + 8 : drawing.height + 14
    let room = drawing.width - x - 4
    for (number, trend) in trends.enumerated() {
      drawing.marks.append(.dot(Drawing.Point(x: x + 4, y: y - 4), radius: 4, dots[number % dots.count]))
      drawing.add("\(number + 1)", at: Drawing.Point(x: x + 14, y: y), role: "label key")
      drawing.add(
        TextMeasure.cut(trend.subject.title, to: room - 28), at: Drawing.Point(x: x + 28, y: y),
        role: "label strong")
      let place = trend.fields.last(where: \.isItem)?.label ?? FieldPhrase(trend.fields).whole
      let count = ", \(Counting.words(trend.slips, "slip"))"
      let field = TextMeasure.cut(place, to: room - 28 - TextMeasure.width(count))
      drawing.add(field + count, at: Drawing.Point(x: x + 28, y: y + 15))
      y += 38
    }
    drawing.height = max(drawing.height, y - 12)
  }

  /// The places moved as little as it takes to be `apart`, in a stretch: those that crowd are spread about their middle.
  static func spread(_ places: [Int], apart: Int, within range: ClosedRange<Int>) -> [Int] {
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var clusters: [(first: Int, members: [Int])] = []
    for index in order {
      var cluster = (first: places[index], members: [index])
      while let last = clusters.last, last.first + last.members.count * apart > cluster.first {
        clusters.removeLast()
        let members = last.members + cluster.members
        let middle = members.reduce(0) { $0 + places[$1] } / members.count
        cluster = (middle - (members.count - 1) * apart / 2, members)
      }
      let length = (cluster.members.count - 1) * apart
      cluster.first = max(min(cluster.first, range.upperBound - length), range.lowerBound)
      clusters.append(cluster)
    }
    var result = places
    for cluster in clusters {
      for (position, index) in cluster.members.enumerated() {
        result[index] = cluster.first + position * apart
      }
    }
    return result
  }
}
