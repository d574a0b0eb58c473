internal import Planning

/// What moves between two schedules, as one file of HTML with a picture of before and after.
public enum HTMLComparison {
  /// The page.
  public static func render(_ view: ComparisonView) -> String {
    var page = ComparisonPage(view, .document).page
    let chart = chart(view)
    if !chart.rows.isEmpty {
      let picture = Picture(
        name: "before-and-after", title: "Before and after", description: description(chart), legend: [],
        wide: GanttLayout.drawing(chart, width: GanttChart.wideWidth, limit: GanttChart.rows),
        narrow: GanttLayout.drawing(chart, width: Picture.narrowWidth, limit: GanttChart.rows))
      page.sections.insert(
        Page.Section(name: "chart", title: "At a glance", blocks: [.picture(picture)]), at: 0)
    }
    page.footing = [HTMLSchedule.footing(view.version, asOf: view.asOf)]
    return HTMLPage(page).render()
  }

  /// What moves and has dates after it, with where it stood.
  static func chart(_ view: ComparisonView) -> GanttPlan {
    let moved = Set(view.comparison.changes.map(\.initiative))
    var chart = GanttPlan(view.comparison.after, before: view.comparison.before)
    chart.rows = chart.rows.filter { moved.contains($0.id) }.map { row in
      var row = row
      row.isOnChain = false
      return row
    }
    return chart
  }

  static func description(_ chart: GanttPlan) -> String {
    "\(Counting.words(chart.rows.count, "initiative")) whose dates move: filled where they come to stand, "
      + "hollow below where they stood."
  }
}

/// What moves between two schedules, as a picture that stands alone.
public enum SVGComparison {
  /// One file of SVG with its own colours, for light and dark; no script, nothing fetched.
  public static func render(_ view: ComparisonView) -> String {
    let chart = HTMLComparison.chart(view)
    let moves = "what moves from \(view.sides.base) to \(view.sides.head)"
    let heading = view.title.isEmpty ? ValueWords.capitalised(moves) : "\(view.title): \(moves)"
    let description = chart.rows.isEmpty ? "No dates move." : HTMLComparison.description(chart)
    let drawing = GanttLayout.drawing(
      chart, width: GanttChart.wideWidth, limit: SVGSchedule.rows, heading: [heading, description])
    return Picture.file(drawing, title: heading, description: description)
  }
}
