internal import CivilDates
internal import Diffing
internal import Reporting

/// The plan before and after: hollow what was planned, filled what is.
enum PlanChart {
  private static let rows = 12

  static func picture(_ report: ChangeReport) -> Picture? {
    let all = report.timeline()
    guard !all.isEmpty else { return nil }
    let later = all.count { $0.days > 0 }
    let new = all.count { $0.before == nil }
    var words = ["\(Counting.words(all.count, "initiative")) with another plan than before"]
    if later > 0 { words.append("\(Counting.grouped(later)) end later") }
    if new > 0 { words.append("\(Counting.grouped(new)) are new to the plan") }
    return Picture(
      name: "plan", title: "The plan before and after", description: words.joined(separator: "; ") + ".",
      legend: [
        ("mark before", "planned before"), ("mark after", "planned now"), ("mark diamond", "milestone"),
        ("mark now", "today"),
      ], wide: layout(all, day: report.source.day, width: Picture.wideWidth),
      narrow: layout(all, day: report.source.day, width: Picture.narrowWidth))
  }

  static func layout(_ all: [TimelineRow], day: Day, width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let shown = Array(all.prefix(rows))
    let isWide = width > 500
    let plans = shown.flatMap { [$0.before, $0.after] }.compactMap(\.self)
    guard let first = plans.map({ $0.start ?? ($0.milestones + [$0.end]).min() ?? $0.end }).min(),
      let last = plans.map(\.end).max()
    else { return drawing }
    // What began years ago would press everything else into a corner.
    let begin = max(min(first, day.advanced(by: -30)), day.advanced(by: -1_100))
    let finish = min(max(last, day.advanced(by: 30)), day.advanced(by: 900))
    let label = isWide ? 236 : 0
    let note = isWide ? 92 : 0
    let across = DayScale(begin, finish, from: label + 8, to: width - note - 12)
    let height = isWide ? 30 : 44
    let top = 22
    let bottom = top + shown.count * height
    for tick in across.ticks(atMost: isWide ? 7 : 5) {
      let x = across.position(tick.day)
      drawing.marks.append(.path([Drawing.Point(x: x, y: top), Drawing.Point(x: x, y: bottom)], "grid"))
      let half = TextMeasure.width(tick.text) / 2
      guard x - half >= 0, x + half <= width else { continue }
      drawing.add(tick.text, at: Drawing.Point(x: x, y: 13), .middle)
    }
    let now = across.position(day)
    drawing.marks.append(.path([Drawing.Point(x: now, y: top), Drawing.Point(x: now, y: bottom)], "now"))
    for (index, row) in shown.enumerated() {
      let y = top + index * height
      let words = words(row)
      let place = Drawing.Point(x: 0, y: isWide ? y + 19 : y + 13)
      let room = isWide ? label - 4 : width - TextMeasure.width(words) - 12
      drawing.add(TextMeasure.cut(row.subject.title, to: room), at: place, role: "label strong")
      drawing.add(words, at: Drawing.Point(x: width, y: place.y), .end)
      let middle = isWide ? y + 15 : y + 29
      if let plan = row.before { bar(plan, isAfter: false, middle - 7, across, &drawing) }
      if let plan = row.after { bar(plan, isAfter: true, middle + 1, across, &drawing) }
    }
    drawing.height = bottom + 4
    if all.count > rows {
      drawing.add("and \(Counting.grouped(all.count - rows)) more", at: Drawing.Point(x: 0, y: bottom + 16))
      drawing.height += 20
    }
    return drawing
  }

  private static func words(_ row: TimelineRow) -> String {
    if row.before == nil { return "new" }
    if row.after == nil { return "no date now" }
    if row.days == 0 { return "same end" }
    return "\(DayDistance.words(row.days)) \(row.days > 0 ? "later" : "earlier")"
  }

  private static func arrow(_ x: Int, _ length: Int, _ y: Int, _ isAfter: Bool, _ drawing: inout Drawing) {
    let points = [
      Drawing.Point(x: x, y: y - 3), Drawing.Point(x: x + length, y: y), Drawing.Point(x: x, y: y + 3),
    ]
    drawing.marks.append(.path(points, isAfter ? "arrow after" : "arrow before"))
  }

  private static func bar(
    _ plan: TimelineRow.Plan, isAfter: Bool, _ y: Int, _ across: DayScale, _ drawing: inout Drawing
  ) {
    let begin = plan.start ?? plan.milestones.min() ?? plan.end
    if plan.end >= across.first, begin <= across.last, begin < plan.end {
      let (x, end) = (across.position(begin), across.position(plan.end))
      let box = Drawing.Box(
        x: x, y: plan.start == nil ? y + 2 : y, width: max(end - x, 3), height: plan.start == nil ? 2 : 6)
      drawing.marks.append(.box(box, isAfter ? "bar after" : "bar before"))
    }
    // What lies beyond the picture is told by an arrow at its edge.
    if begin < across.first { arrow(across.start, -5, y + 3, isAfter, &drawing) }
    if plan.end > across.last { arrow(across.end, 5, y + 3, isAfter, &drawing) }
    for day in plan.start == nil && plan.milestones.isEmpty ? [plan.end] : plan.milestones
    where day >= across.first && day <= across.last {
      drawing.marks.append(
        .diamond(
          Drawing.Point(x: across.position(day), y: y + 3), radius: 4,
          isAfter ? "diamond after" : "diamond before"))
    }
  }
}
