/// A schedule as one file of HTML.
public enum HTMLSchedule {
  /// The page; pictures of the schedule have their place at its top.
  public static func render(_ view: ScheduleView) -> String {
    HTMLPage(SchedulePage(view, .document).page).render()
  }
}
