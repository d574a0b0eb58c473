public import Planning

/// A schedule as one file of HTML.
public enum HTMLSchedule {
  /// The page; `forecast` is what a forecast says, by initiative.
  public static func render(
    _ plan: PlanSchedule, title: String = "", forecast: [String: ForecastMarks] = [:]
  ) -> String {
    var page = Page()
    page.title = "Schedule as of \(plan.model.asOf)"
    page.eyebrow = title
    page.sections = [SchedulePictures.gantt(plan, forecast), SchedulePictures.load(plan)].filter {
      !$0.blocks.isEmpty
    }
    return HTMLPage(page).render()
  }
}
