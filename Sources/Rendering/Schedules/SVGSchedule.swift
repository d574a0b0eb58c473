internal import CivilDates
public import Planning

/// A schedule as a picture that stands alone.
public enum SVGSchedule {
  /// More rows than that are counted and not drawn.
  public static let rows = 400

  /// One file of SVG with its own colours, for light and dark; no script, nothing fetched.
  ///
  /// `forecast` is what a forecast says, by initiative.
  public static func render(
    _ plan: PlanSchedule, title: String = "", forecast: [String: ForecastMarks] = [:]
  ) -> String {
    let chart = GanttPlan(plan, forecast: forecast)
    let heading = (title.isEmpty ? "" : title + ": ") + "schedule as of \(plan.model.asOf)"
    return render(chart, heading: heading)
  }

  static func render(_ chart: GanttPlan, heading: String) -> String {
    let description = GanttChart.description(chart)
    let drawing = GanttLayout.drawing(
      chart, width: GanttChart.wideWidth, limit: rows, heading: [heading, description])
    return Picture.file(drawing, title: heading, description: description)
  }
}
