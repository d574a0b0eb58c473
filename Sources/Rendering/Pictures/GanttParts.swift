internal import CivilDates

/// A column of texts beside a Gantt chart.
struct GanttColumn {
  let title: String
  let width: Int
  var isLateness = false
  let text: @Sendable (GanttRow) -> String?

  /// The columns that a plan has something for.
  static func columns(of plan: GanttPlan) -> [GanttColumn] {
    var columns = [GanttColumn(title: "ships", width: 90) { $0.ships.description }]
    if plan.rows.contains(where: \.isLate) {
      columns.append(
        GanttColumn(title: "late", width: 74, isLateness: true) { row in
          row.late.flatMap { $0 > 0 ? "+\(Counting.grouped($0)) d" : nil }
        })
    }
    if plan.rows.contains(where: { $0.probability != nil }) {
      columns.append(
        GanttColumn(title: "chance", width: 88) { row in
          row.probability.map(ForecastWords.chance)
        })
    }
    return columns
  }
}

/// The ticks of a Gantt chart: weeks where it is short, months, quarters or years.
enum GanttAxis {
  static func ticks(_ scale: DayScale, atMost count: Int) -> [(day: Day, text: String)] {
    let days = scale.first.days(until: scale.last)
    guard days <= 7 * count + 7 else { return scale.ticks(atMost: count) }
    let monday = scale.first.advanced(by: (8 - scale.first.weekday) % 7)
    let step = days <= 7 * count ? 7 : 14
    return stride(from: 0, through: days, by: step).map { monday.advanced(by: $0) }
      .filter { $0 <= scale.last }.map { ($0, MonthNames.day($0)) }
  }
}
