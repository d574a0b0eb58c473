/// A schedule for people at a terminal.
public enum HumanSchedule {
  /// The text; the last column is cut to `width` where that is given.
  public static func render(_ view: ScheduleView, style: TextStyle, width: Int?) -> String {
    let page = SchedulePage(view, .terminal).page
    return TerminalPage(page, style: style, width: width ?? 100, isCut: width != nil).render()
  }
}

/// A schedule as Markdown: the dates open, why each comes then folded.
public enum MarkdownSchedule {
  /// The text.
  public static func render(_ view: ScheduleView) -> String {
    MarkdownPage(SchedulePage(view, .document).page).render()
  }
}
