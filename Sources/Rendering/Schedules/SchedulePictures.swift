internal import Planning

/// The pictures of a schedule, as sections of a page.
enum SchedulePictures {
  /// Who does what when.
  static func gantt(_ plan: PlanSchedule, _ forecast: [String: ForecastMarks]) -> Page.Section {
    let picture = GanttChart.picture(GanttPlan(plan, forecast: forecast))
    return Page.Section(
      name: "gantt-section", title: "At a glance", blocks: picture.map { [.picture($0)] } ?? [])
  }

  /// What each team has to do.
  static func load(_ plan: PlanSchedule) -> Page.Section {
    let picture = LoadChart.picture(plan.loads)
    return Page.Section(
      name: "load-section", title: "Who has how much to do", blocks: picture.map { [.picture($0)] } ?? [])
  }
}
