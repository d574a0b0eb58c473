internal import CivilDates
internal import Planning

/// One team's chart: people above, initiatives at once below.
struct LoadPanel {
  /// The room for numbers at the left.
  static let left = 30
  private static let plotHeight = 84
  private static let countHeight = 26

  private let load: TeamLoad
  private let bins: LoadBins
  private let box: Drawing.Box
  private let scale: DayScale
  private let top: Int
  private let most: Double

  static func height(_ bins: LoadBins) -> Int { 26 + plotHeight + 14 + countHeight + 40 }

  init(_ load: TeamLoad, _ bins: LoadBins, _ box: Drawing.Box) {
    self.load = load
    self.bins = bins
    self.box = box
    scale = DayScale(
      bins.bins.first?.first ?? .first, bins.last, from: box.x + Self.left, to: box.x + box.width - 1)
    top = box.y + 26
    most = max(bins.most, 0.1)
  }

  private var bottom: Int { top + Self.plotHeight }

  private func y(_ people: Double) -> Int {
    bottom - Int((min(max(people / most, 0), 1) * Double(Self.plotHeight)).rounded())
  }

  /// From where to where a bin reaches across.
  private func across(_ index: Int) -> (from: Int, to: Int) {
    let first = bins.bins[index].first
    let next = index + 1 < bins.bins.count ? bins.bins[index + 1].first : bins.last.advanced(by: 1)
    return (scale.position(first), max(scale.position(next), scale.position(first) + 1))
  }

  func draw(in drawing: inout Drawing) {
    let note = note
    let role: StaticString = bins.hasOverload ? "label late" : "label"
    drawing.add(note, at: Drawing.Point(x: box.x + box.width, y: box.y + 14), .end, role: role)
    drawing.add(
      load.title, at: Drawing.Point(x: box.x, y: box.y + 14),
      within: box.width - TextMeasure.width(note, role) - 10, role: "label key")
    ticks(&drawing)
    people(&drawing)
    atOnce(&drawing)
  }

  private var note: String {
    guard bins.bins.contains(where: { $0.capacity != nil }) else { return "people not stated" }
    let weeks = load.weeks.count { $0.over > 0.005 }
    if weeks > 0 { return "\(Counting.words(weeks, "week")) overloaded" }
    var used = 0.0
    var there = 0.0
    for week in load.weeks {
      used += week.people * Double(week.days)
      there += (week.capacity ?? 0) * Double(week.days)
    }
    let share = "\(Int((min(used / max(there, 1e-9), 9.99) * 100).rounded())) %"
    return there > 0 ? "\(share) taken in \(Counting.words(load.weeks.count, "week"))" : "nobody there"
  }

  private func line(_ drawing: inout Drawing, _ y: Int, _ role: StaticString) {
    let ends = [scale.start, scale.end].map { Drawing.Point(x: $0, y: y) }
    drawing.marks.append(.path(ends, role))
  }

  private func ticks(_ drawing: inout Drawing) {
    let end = bottom + 14 + Self.countHeight
    for tick in GanttAxis.ticks(scale, atMost: box.width > 380 ? 6 : 4) {
      let x = scale.position(tick.day)
      drawing.marks.append(.path([Drawing.Point(x: x, y: top), Drawing.Point(x: x, y: end)], "grid"))
      let half = TextMeasure.width(tick.text) / 2 + 1
      guard x - half >= box.x, x + half <= box.x + box.width else { continue }
      drawing.add(tick.text, at: Drawing.Point(x: x, y: end + 16), .middle)
    }
    drawing.add(Self.number(most), at: Drawing.Point(x: scale.start - 5, y: top + 8), .end)
    drawing.add("0", at: Drawing.Point(x: scale.start - 5, y: bottom + 1), .end)
    line(&drawing, bottom, "axis")
  }

  /// Initiatives keep their look from week to week, so that one can follow them.
  private func looks() -> [String: StaticString] {
    var looks: [String: StaticString] = [:]
    let roles: [StaticString] = ["use u1", "use u2", "use u3"]
    for week in bins.bins {
      for use in week.use where looks[use.initiative] == nil {
        looks[use.initiative] = roles[looks.count % roles.count]
      }
    }
    return looks
  }

  private func people(_ drawing: inout Drawing) {
    let looks = looks()
    var capacity: [Drawing.Point] = []
    for (index, week) in bins.bins.enumerated() {
      let (from, to) = across(index)
      var sum = 0.0
      for use in week.use {
        let (low, high) = (y(sum), y(sum + use.people))
        sum += use.people
        guard low > high else { continue }
        let part = Drawing.Box(x: from, y: high, width: to - from, height: low - high)
        drawing.marks.append(.box(part, looks[use.initiative] ?? "use u1"))
      }
      if week.over > 0.005 {
        let part = Drawing.Box(
          x: from, y: y(sum), width: to - from, height: max(y(sum - week.over) - y(sum), 3))
        drawing.marks.append(.box(part, "over"))
        drawing.hatch(part, apart: 4, isRising: true, role: "hatch over")
      }
      guard let there = week.capacity else { continue }
      if week.away > 0.005 {
        let part = Drawing.Box(
          x: from, y: y(there), width: to - from, height: max(y(there - week.away) - y(there), 2))
        drawing.marks.append(.box(part, "shade away"))
        drawing.hatch(part, isRising: false, role: "hatch away")
      }
      capacity += [Drawing.Point(x: from, y: y(there)), Drawing.Point(x: to, y: y(there))]
    }
    if !capacity.isEmpty { drawing.marks.append(.path(capacity, "capacity")) }
  }

  private func atOnce(_ drawing: inout Drawing) {
    let floor = bottom + 14 + Self.countHeight
    let most = max(bins.bins.map(\.atOnce).max() ?? 0, load.limit ?? 0, 1)
    func height(_ count: Int) -> Int { min(count, most) * (Self.countHeight - 4) / most }
    for (index, week) in bins.bins.enumerated() where week.atOnce > 0 {
      let (from, to) = across(index)
      let part = Drawing.Box(
        x: from, y: floor - height(week.atOnce), width: max(to - from - 1, 1), height: height(week.atOnce))
      let isBeyond = load.limit.map { week.atOnce > $0 } ?? false
      drawing.marks.append(.box(part, isBeyond ? "atonce beyond" : "atonce"))
    }
    line(&drawing, floor, "axis")
    if let limit = load.limit { line(&drawing, floor - height(limit), "limit") }
    drawing.add(
      String(min(most, 9_999)), at: Drawing.Point(x: scale.start - 5, y: floor - Self.countHeight + 12), .end)
  }

  /// `4`, `4.3`.
  static func number(_ value: Double) -> String {
    let tenths = Int((min(max(value, 0), 1e6) * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

/// What the marks of a load chart mean.
enum LoadLegend {
  static func draw(_ panels: [LoadBins], in drawing: inout Drawing) -> Int {
    var legend = PictureLegend()
    let weeks = panels.map(\.weeks).max() ?? 1
    legend.add(
      "people at work, a bar for \(weeks == 1 ? "each week" : "\(weeks) weeks"), a shade for each initiative"
    ) {
      for (number, role) in (["use u1", "use u2", "use u3"] as [StaticString]).enumerated() {
        $0.marks.append(.box(Drawing.Box(x: $1 + 7 * number, y: $2 - 9, width: 6, height: 10), role))
      }
    }
    legend.add("people of the team") {
      $0.marks.append(
        .path([Drawing.Point(x: $1, y: $2 - 4), Drawing.Point(x: $1 + 20, y: $2 - 4)], "capacity"))
    }
    if panels.contains(where: \.hasAway) { legend.add("people away", hatched: "away") }
    if panels.contains(where: \.hasOverload) {
      legend.add("asked for beyond what there is") {
        let box = Drawing.Box(x: $1, y: $2 - 9, width: 20, height: 10)
        $0.marks.append(.box(box, "over"))
        $0.hatch(box, apart: 4, isRising: true, role: "hatch over")
      }
    }
    legend.add("initiatives at once") {
      $0.marks.append(.box(Drawing.Box(x: $1, y: $2 - 9, width: 9, height: 10), "atonce"))
      $0.marks.append(.box(Drawing.Box(x: $1 + 10, y: $2 - 5, width: 9, height: 6), "atonce"))
    }
    legend.add("limit of initiatives at once") {
      $0.marks.append(
        .path([Drawing.Point(x: $1, y: $2 - 4), Drawing.Point(x: $1 + 20, y: $2 - 4)], "limit"))
    }
    return legend.draw(in: &drawing, below: 0)
  }
}
