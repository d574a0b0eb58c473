internal import CivilDates

/// Where everything in a Gantt chart stands.
struct GanttLayout {
  private let plan: GanttPlan
  private let rows: [GanttRow]
  private let isWide: Bool
  private let columns: [GanttColumn]
  private let across: DayScale
  private let restDays: [(from: Int, to: Int)]
  private var drawing: Drawing
  private var places: [GanttLinks.Place] = []
  private var groups: [(team: String, title: String, top: Int, bottom: Int)] = []
  private var top = 0

  private var plot: ClosedRange<Int> { across.start...max(across.end, across.start) }
  private var bottom: Int { groups.last?.bottom ?? top }
  private var rowHeight: Int { isWide ? 22 : 40 }
  private var groupHeight: Int { 24 }
  /// How far below the top of its row a bar begins, and how high it is.
  private var barTop: Int { isWide ? 6 : 21 }
  private static let barHeight = 10

  /// The chart in so many pixels across, of at most `limit` rows; below `heading`, where it stands alone.
  static func drawing(_ plan: GanttPlan, width: Int, limit: Int, heading: [String] = []) -> Drawing {
    var layout = GanttLayout(plan, width: width, limit: limit)
    layout.draw(heading)
    return layout.drawing
  }

  private init(_ plan: GanttPlan, width: Int, limit: Int) {
    self.plan = plan
    isWide = width > 500
    rows = plan.chosen(limit)
    columns = isWide ? GanttColumn.columns(of: plan) : []
    let label = isWide ? min(width / 4, 260) : 0
    let notes = columns.reduce(0) { $0 + $1.width }
    let range = Self.days(plan, rows)
    across = DayScale(range.first, range.last, from: label + 8, to: max(width - notes - 8, label + 40))
    drawing = Drawing(width: width)
    restDays = Self.restDays(plan.calendar, across)
  }

  /// The days that the chart shows: the past of what is under way as far as it does not press the rest together, and
  /// all ends, where they are not exceptionally late.
  private static func days(_ plan: GanttPlan, _ rows: [GanttRow]) -> (first: Day, last: Day) {
    let ends = rows.map { max($0.end, $0.ships, $0.before?.ships ?? $0.end) }
    let last = max(ends.max() ?? plan.asOf, plan.asOf.advanced(by: 20))
    let length = plan.asOf.days(until: last)
    let begun = rows.compactMap(\.begun).min() ?? plan.asOf
    let first = max(begun, plan.asOf.advanced(by: -max(length / 5, 14)))
    let beyond = rows.flatMap { [$0.p95, $0.target].compactMap(\.self) }.max() ?? last
    let late = min(max(beyond, last), last.advanced(by: length / 3 + 7))
    return (min(first, plan.asOf.advanced(by: -2)), late.advanced(by: length / 40 + 2))
  }

  /// Where the day after `day` begins.
  private func after(_ day: Day) -> Int { across.position(day.advanced(by: 1)) }

  private mutating func draw(_ heading: [String]) {
    var y = 0
    for (number, line) in heading.enumerated() {
      y += number == 0 ? 16 : 17
      drawing.add(
        line, at: Drawing.Point(x: 0, y: y), within: drawing.width, role: number == 0 ? "label key" : "label")
    }
    if !heading.isEmpty { y += 12 }
    y = GanttLegend(plan, rows, from: across.first, to: across.last).draw(in: &drawing, below: y)
    top = y + 36
    setPlaces()
    shade()
    grid()
    let links = GanttLinks(places, atMost: isWide ? max(30, rows.count / 2) : 16, plot: plot)
    for route in links.routes {
      drawing.marks.append(.path(route.line, route.isOnChain ? "link chain" : "link"))
      drawing.marks.append(.path(route.head, route.isOnChain ? "link chain" : "link"))
    }
    for place in places { bars(place) }
    for place in places { markers(place) }
    today()
    labels()
    notes(links.dropped)
  }

  private mutating func setPlaces() {
    var y = top
    for (number, row) in rows.enumerated() {
      if number == 0 || rows[number - 1].group != row.group || rows[number - 1].team != row.team {
        groups.append((row.team, row.group, y, y))
        y += groupHeight
      }
      let start = across.position(row.start)
      places.append(
        GanttLinks.Place(
          row: row, start: start, end: max(after(row.end), start + 3), top: y + barTop,
          bottom: y + barTop + Self.barHeight, above: y + (isWide ? 1 : 16), below: y + rowHeight - 1,
          number: number))
      y += rowHeight
      groups[groups.count - 1].bottom = y
    }
  }

  // MARK: Behind the bars

  private func box(_ from: Day, _ to: Day, _ top: Int, _ bottom: Int) -> Drawing.Box? {
    guard to >= across.first, from <= across.last, top < bottom else { return nil }
    let start = across.position(from)
    return Drawing.Box(x: start, y: top, width: max(after(to) - start, 2), height: bottom - top)
  }

  private mutating func shade() {
    for group in groups {
      let room = (top: group.top + groupHeight, bottom: group.bottom)
      for freeze in plan.freezes where freeze.teams.isEmpty || freeze.teams.contains(group.team) {
        guard let box = box(freeze.from, freeze.to, room.top, room.bottom) else { continue }
        drawing.marks.append(.box(box, "shade freeze"))
        drawing.hatch(box, isRising: true, role: "hatch freeze")
      }
      for away in plan.timeOff where away.teams.contains(group.team) {
        guard let box = box(away.from, away.to, room.top, room.bottom) else { continue }
        drawing.marks.append(.box(box, "shade away"))
        drawing.hatch(box, isRising: false, role: "hatch away")
      }
    }
  }

  private var ticks: [(day: Day, text: String)] { GanttAxis.ticks(across, atMost: isWide ? 9 : 5) }

  private mutating func grid() {
    for tick in ticks {
      let x = across.position(tick.day)
      drawing.marks.append(.path([Drawing.Point(x: x, y: top), Drawing.Point(x: x, y: bottom)], "grid"))
    }
    for group in groups {
      drawing.marks.append(
        .path([Drawing.Point(x: 0, y: group.top), Drawing.Point(x: drawing.width, y: group.top)], "grid"))
    }
  }

  // MARK: Bars

  private static func role(_ stage: GanttRow.Stage) -> StaticString {
    switch stage {
    case .running: "bar running"
    case .ready: "bar ready"
    case .tentative: "bar tentative"
    }
  }

  private mutating func bars(_ place: GanttLinks.Place) {
    let row = place.row
    if let begun = row.begun, begun < row.start {
      let x = across.position(begun)
      let box = Drawing.Box(x: x, y: place.middle - 2, width: max(place.start - x, 1), height: 4)
      drawing.marks.append(.box(box, "bar past"))
    }
    if let low = row.p50, low < across.last, (row.p95 ?? .last) > max(low, across.first) {
      // What ends after all days that are looked at reaches to the edge.
      let high = min(row.p95 ?? .last, across.last)
      if row.p95.map({ $0 > across.last }) ?? true { arrow(across.end, 5, place.middle, "arrow late") }
      let x = max(after(low), place.start)
      let box = Drawing.Box(x: x, y: place.middle - 3, width: max(after(high) - x, 2), height: 6)
      drawing.marks.append(.box(box, "band"))
    }
    if row.isHeld {
      let line = [after(row.worked), after(row.ships)].map { Drawing.Point(x: $0, y: place.middle) }
      drawing.marks.append(.path(line, "held"))
    }
    if let before = row.before {
      let x = across.position(before.start)
      let box = Drawing.Box(x: x, y: place.bottom + 1, width: max(after(before.ships) - x, 2), height: 4)
      drawing.marks.append(.box(box, "bar before"))
    }
    // The shares of several teams share the height; beyond three nobody could tell them apart.
    let shares = row.bars.count > 3 ? [GanttRow.Bar(start: row.start, end: row.end)] : row.bars
    let height = shares.isEmpty ? 0 : Self.barHeight / shares.count
    for (number, share) in shares.enumerated() {
      let x = across.position(share.start)
      let rest = number == shares.count - 1 ? Self.barHeight - height * number : height
      let box = Drawing.Box(
        x: x, y: place.top + height * number, width: max(after(share.end) - x, 3), height: rest)
      drawing.marks.append(.box(box, Self.role(row.stage)))
      pale(box)
    }
  }

  /// The stretches of days on which nobody works; on a long axis a weekend is narrower than what one can see.
  private static func restDays(_ calendar: WorkCalendar, _ across: DayScale) -> [(from: Int, to: Int)] {
    var found: [(from: Int, to: Int)] = []
    var start: Day?
    for number in across.first.number...max(across.last.number, across.first.number) {
      guard let day = Day(number: number) else { continue }
      if !calendar.isWorking(day) {
        if start == nil { start = day }
      } else if let first = start {
        let (from, to) = (across.position(first), across.position(day))
        if to - from >= 3 { found.append((from, to)) }
        start = nil
      }
    }
    return found
  }

  /// Bars are pale on days on which nobody works.
  private mutating func pale(_ box: Drawing.Box) {
    let lines = restDays.filter { $0.from >= box.x && $0.to <= box.x + box.width }.map { stretch in
      [stretch.from, stretch.to].map { Drawing.Point(x: $0, y: box.y + box.height / 2) }
    }
    guard !lines.isEmpty else { return }
    drawing.marks.append(
      .strokes(lines, box.height > 8 ? "rest" : box.height > 4 ? "rest half" : "rest third"))
  }

  // MARK: Before the bars

  private mutating func markers(_ place: GanttLinks.Place) {
    let row = place.row
    if row.isOnChain || row.isCritical {
      let y = place.bottom + 2
      let line = [place.start, place.end].map { Drawing.Point(x: $0, y: y) }
      drawing.marks.append(.path(line, row.isOnChain ? "underline" : "underline often"))
    }
    if let p80 = row.p80, p80 >= across.first, p80 <= across.last {
      let x = after(p80)
      drawing.marks.append(
        .path([-5, 5].map { Drawing.Point(x: x, y: place.middle + $0) }, "p80"))
    }
    if row.bars.isEmpty || row.isHeld {
      drawing.marks.append(.dot(Drawing.Point(x: after(row.ships), y: place.middle), radius: 3, "ship"))
    }
    if let target = row.target { marker(target, row, place) }
    if let begun = row.begun, begun < across.first { arrow(across.start, -5, place.middle, "arrow after") }
  }

  private mutating func marker(_ target: Day, _ row: GanttRow, _ place: GanttLinks.Place) {
    if target > across.last { return arrow(across.end, 5, place.middle, "arrow before") }
    let x = target < across.first ? across.start : after(target)
    guard row.isLate else {
      return drawing.marks.append(
        .diamond(Drawing.Point(x: x, y: place.middle), radius: 5, "target met"))
    }
    let end = after(row.ships)
    if end > x + 4 {
      drawing.marks.append(
        .path([x, end].map { Drawing.Point(x: $0, y: place.top - 2) }, "overrun"))
    }
    drawing.marks.append(.triangle(Drawing.Point(x: x, y: place.top), radius: 5, "target late"))
  }

  private mutating func arrow(_ x: Int, _ length: Int, _ y: Int, _ role: StaticString) {
    let points = [
      Drawing.Point(x: x, y: y - 3), Drawing.Point(x: x + length, y: y), Drawing.Point(x: x, y: y + 3),
    ]
    drawing.marks.append(.path(points, role))
  }

  private mutating func today() {
    let x = across.position(plan.asOf)
    drawing.marks.append(
      .path([Drawing.Point(x: x, y: top - 20), Drawing.Point(x: x, y: bottom)], "now"))
    let half = TextMeasure.width("today") / 2
    let place = min(max(x, across.start + half), across.end - half)
    drawing.add("today", at: Drawing.Point(x: place, y: top - 23), .middle)
  }

  /// Texts in the room of bars and lines stand on a backing, so that no line runs through them.
  private mutating func labels() {
    for tick in ticks {
      let x = across.position(tick.day)
      let half = TextMeasure.width(tick.text) / 2
      guard x - half >= across.start, x + half <= across.end else { continue }
      drawing.add(tick.text, at: Drawing.Point(x: x, y: top - 7), .middle)
      drawing.backLastText()
    }
    for group in groups {
      let title = group.title.isEmpty ? "No team" : group.title
      drawing.add(
        title, at: Drawing.Point(x: 0, y: group.top + 17), within: drawing.width, role: "label key")
      drawing.backLastText()
    }
    var right = drawing.width
    for column in columns.reversed() {
      drawing.add(column.title, at: Drawing.Point(x: right, y: top - 7), .end)
      for place in places {
        guard let text = column.text(place.row) else { continue }
        drawing.add(
          text, at: Drawing.Point(x: right, y: place.bottom - 1), .end,
          role: column.isLateness && place.row.isLate ? "label late" : "label")
      }
      right -= column.width
    }
    for place in places {
      guard !isWide else {
        drawing.add(
          place.row.title, at: Drawing.Point(x: 10, y: place.bottom - 1), within: across.start - 20,
          role: "label strong")
        continue
      }
      let note = GanttColumn.columns(of: plan).compactMap { $0.text(place.row) }.joined(separator: " · ")
      let y = place.top - 7
      let role: StaticString = place.row.isLate ? "label late" : "label"
      drawing.add(note, at: Drawing.Point(x: drawing.width, y: y), .end, role: role)
      drawing.backLastText()
      drawing.add(
        place.row.title, at: Drawing.Point(x: 0, y: y),
        within: drawing.width - TextMeasure.width(note, role) - 10, role: "label strong")
      drawing.backLastText()
    }
  }

  private mutating func notes(_ dropped: Int) {
    var lines: [String] = []
    if plan.rows.count > rows.count {
      lines.append("and \(Counting.words(plan.rows.count - rows.count, "initiative")) more, not drawn here")
    }
    if dropped > 0 {
      lines.append(
        Counting.words(dropped, "dependency", plural: "dependencies")
          + " between rows far apart \(dropped == 1 ? "is" : "are") not drawn")
    }
    drawing.height = bottom + 6
    for line in lines {
      drawing.height += 18
      drawing.add(line, at: Drawing.Point(x: 0, y: drawing.height - 5), within: drawing.width)
    }
  }
}
