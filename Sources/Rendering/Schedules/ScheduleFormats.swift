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

/// Why an initiative has its dates, for people at a terminal.
public enum HumanExplanation {
  /// The text.
  public static func render(_ explanation: DateExplanation, style: TextStyle, width: Int?) -> String {
    TerminalPage(ExplanationPage(explanation).page, style: style, width: width ?? 100, isCut: width != nil)
      .render()
  }
}

/// Why an initiative has its dates, as Markdown.
public enum MarkdownExplanation {
  /// The text.
  public static func render(_ explanation: DateExplanation) -> String {
    MarkdownPage(ExplanationPage(explanation).page).render()
  }
}

/// What moves, for people at a terminal.
public enum HumanComparison {
  /// The text; the last column of tables is cut to `width` where that is given.
  public static func render(_ view: ComparisonView, style: TextStyle, width: Int?) -> String {
    let page = ComparisonPage(view, .terminal).page
    return TerminalPage(page, style: style, width: width ?? 100, isCut: width != nil).render()
  }
}

/// What moves, as Markdown.
public enum MarkdownComparison {
  /// The text.
  public static func render(_ view: ComparisonView) -> String {
    MarkdownPage(ComparisonPage(view, .document).page).render()
  }
}
