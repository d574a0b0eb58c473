internal import Planning

/// The pictures of a schedule, as sections of a page.
enum SchedulePictures {
  /// The chart of what is shown.
  static func chart(_ view: ScheduleView, _ forecast: [String: ForecastMarks]) -> GanttPlan {
    var chart = GanttPlan(view.plan, forecast: forecast)
    if view.team != nil {
      let shown = Set(view.rows.map(\.facts.id))
      chart.rows = chart.rows.filter { shown.contains($0.id) }
    }
    return chart
  }

  /// Who does what when.
  static func gantt(_ view: ScheduleView, _ forecast: [String: ForecastMarks]) -> Page.Section {
    let picture = GanttChart.picture(chart(view, forecast))
    return Page.Section(
      name: "chart", title: "At a glance", blocks: picture.map { [.picture($0)] } ?? [])
  }

  /// What each team has to do.
  static func load(_ view: ScheduleView) -> Page.Section {
    let loads = view.plan.loads.filter { view.team == nil || view.team == $0.team }
    let picture = LoadChart.picture(loads)
    return Page.Section(
      name: "teams", title: "Who has how much to do", blocks: picture.map { [.picture($0)] } ?? [])
  }
}
