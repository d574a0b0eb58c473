public import Reporting

/// A report of a period as Markdown.
public enum MarkdownReport {
  /// The text.
  public static func render(_ report: ChangeReport) -> String {
    MarkdownPage(ReportPage(report).page).render()
  }
}

/// A report of a period as one HTML file.
public enum HTMLReport {
  /// The file.
  public static func render(_ report: ChangeReport) -> String { HTMLPage(ReportPage(report).page).render() }
}
