internal import CivilDates

/// Who does what when: the initiatives of each team as bars, with their promises and what they wait for.
enum GanttChart {
  static let wideWidth = 860
  /// The rows of a chart on a page; the rest is in its table.
  static let rows = 40

  /// The picture for pages; nil where nothing has dates.
  static func picture(_ plan: GanttPlan) -> Picture? {
    guard !plan.rows.isEmpty else { return nil }
    return Picture(
      name: "gantt", title: "Who does what when", description: description(plan), legend: [],
      wide: GanttLayout.drawing(plan, width: wideWidth, limit: rows),
      narrow: GanttLayout.drawing(plan, width: Picture.narrowWidth, limit: rows))
  }

  /// What one sees, in a sentence or two.
  static func description(_ plan: GanttPlan) -> String {
    guard let first = plan.rows.map(\.start).min(), let last = plan.rows.map(\.ships).max() else {
      return "Nothing has dates."
    }
    let teams = Set(plan.rows.map(\.team)).count
    var text =
      "\(Counting.words(plan.rows.count, "initiative")) of \(Counting.words(teams, "team")), from "
      + "\(max(first, plan.asOf)) to \(last)"
    let late = plan.rows.count(where: \.isLate)
    let promised = plan.rows.count { $0.target != nil }
    if promised > 0 {
      text +=
        late == 0
        ? "; every promise is kept"
        : "; \(Counting.grouped(late)) of \(Counting.words(promised, "promise")) "
          + "\(late == 1 ? "is" : "are") missed"
    }
    return text + "."
  }
}
