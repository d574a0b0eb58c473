internal import CivilDates

/// What the marks of a Gantt chart mean, as far as they occur.
struct GanttLegend {
  private var legend = PictureLegend()

  init(_ plan: GanttPlan, _ rows: [GanttRow], from first: Day, to last: Day) {
    let stages: [(GanttRow.Stage, StaticString, String)] = [
      (.running, "bar running", "under way"), (.ready, "bar ready", "decided"),
      (.tentative, "bar tentative", "tentative"),
    ]
    for (stage, role, text) in stages where rows.contains(where: { $0.stage == stage }) {
      legend.add(text) { $0.marks.append(.box(Drawing.Box(x: $1, y: $2 - 9, width: 20, height: 10), role)) }
    }
    if rows.contains(where: { $0.before != nil }) {
      legend.add("before the change") {
        $0.marks.append(.box(Drawing.Box(x: $1, y: $2 - 6, width: 20, height: 4), "bar before"))
      }
    }
    // What is promised for a day beyond the chart has an arrow at its edge.
    if rows.contains(where: { row in row.target.map { $0 <= last } ?? false && !row.isLate }) {
      legend.add("promise, kept") {
        $0.marks.append(.diamond(Drawing.Point(x: $1 + 10, y: $2 - 4), radius: 5, "target met"))
      }
    }
    if rows.contains(where: \.isLate) {
      legend.add("promise, missed") {
        $0.marks.append(
          .path([Drawing.Point(x: $1 + 6, y: $2 - 9), Drawing.Point(x: $1 + 20, y: $2 - 9)], "overrun"))
        $0.marks.append(.triangle(Drawing.Point(x: $1 + 6, y: $2 - 5), radius: 5, "target late"))
      }
    }
    if rows.contains(where: { $0.p50 != nil }) {
      legend.add("50 to 95 % of futures, line at 80 %") {
        $0.marks.append(.box(Drawing.Box(x: $1, y: $2 - 7, width: 20, height: 6), "band"))
        $0.marks.append(
          .path([Drawing.Point(x: $1 + 11, y: $2 - 9), Drawing.Point(x: $1 + 11, y: $2 + 1)], "p80"))
      }
    }
    if rows.contains(where: \.isOnChain) {
      let end = plan.chainEnd.map { " to “\(ValueWords.cut($0.title))”" } ?? ""
      legend.add("chain of causes" + end) {
        $0.marks.append(
          .path([Drawing.Point(x: $1, y: $2 - 4), Drawing.Point(x: $1 + 20, y: $2 - 4)], "underline"))
      }
    }
    if rows.contains(where: { $0.isCritical && !$0.isOnChain }) {
      legend.add("decides the last end in half of the futures") {
        $0.marks.append(
          .path(
            [Drawing.Point(x: $1, y: $2 - 4), Drawing.Point(x: $1 + 20, y: $2 - 4)], "underline often"))
      }
    }
    if rows.contains(where: \.isHeld) {
      legend.add("done, waits to ship") {
        $0.marks.append(
          .path([Drawing.Point(x: $1, y: $2 - 4), Drawing.Point(x: $1 + 18, y: $2 - 4)], "held"))
        $0.marks.append(.dot(Drawing.Point(x: $1 + 17, y: $2 - 4), radius: 3, "ship"))
      }
    }
    let teams = Set(rows.map(\.team))
    func occurs(_ stretch: GanttPlan.Stretch) -> Bool {
      stretch.to >= first && stretch.from <= last
        && (stretch.teams.isEmpty || !stretch.teams.isDisjoint(with: teams))
    }
    if plan.freezes.contains(where: occurs) { legend.add("nothing ships", hatched: "freeze") }
    if plan.timeOff.contains(where: occurs) { legend.add("people away", hatched: "away") }
  }

  /// Draws the entries below `top`; gives where the last one ends.
  func draw(in drawing: inout Drawing, below top: Int) -> Int { legend.draw(in: &drawing, below: top) }
}
