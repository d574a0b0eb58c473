internal import Planning

/// A schedule as a picture that stands alone.
public enum SVGSchedule {
  /// More rows than that are counted and not drawn.
  public static let rows = 400

  /// One file of SVG with its own colours, for light and dark; no script, nothing fetched.
  ///
  /// `forecast` is what a forecast says, by initiative.
  public static func render(_ view: ScheduleView, forecast: [String: ForecastMarks] = [:]) -> String {
    let team = view.team.map { ScheduleWords(view.plan).team($0) + ", " } ?? ""
    let heading =
      (view.title.isEmpty ? "" : view.title + ": ") + team + "schedule as of \(view.plan.model.asOf)"
    return render(SchedulePictures.chart(view, forecast), heading: heading)
  }

  static func render(_ chart: GanttPlan, heading: String) -> String {
    let description = GanttChart.description(chart)
    let drawing = GanttLayout.drawing(
      chart, width: GanttChart.wideWidth, limit: rows, heading: [heading, description])
    return Picture.file(drawing, title: heading, description: description)
  }
}
