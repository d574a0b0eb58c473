internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
public import Reporting

/// A report of a period as Markdown.
public struct MarkdownReport: Sendable {
  let report: ChangeReport
  /// More rows of one section are counted and not shown.
  static let longest = 40

  /// Shows `report`.
  public init(_ report: ChangeReport) { self.report = report }

  /// The text.
  public func render() -> String {
    var text = "# \(MarkdownText.escaping(heading))\n\n"
    text += "**\(MarkdownText.escaping(ReportHeadline.sentence(of: report)))**\n\n"
    text += MarkdownText.escaping(counts) + "\n\n"
    text += section("What needs a look", alike(report.matters)) { several($0) }
    text += moves("Dates that slipped", report.slips)
    text += moves("Dates that were pulled in", report.pulledIn)
    text += section("Promised dates dropped", report.dropped) { sentence($0) }
    text += section("Finished", report.finished, sentence)
    text += section("Ended", report.ended, sentence)
    text += section("Reopened", report.reopened, sentence)
    text += section("Paused and resumed", report.paused, sentence)
    text += section("Moved on", report.advanced, sentence)
    text += section("Parts finished", byDefinition(report.partsFinished)) { parts($0) }
    text += handovers
    text += section("New", report.added) { new($0) }
    text += section("Gone", report.removed) { sentence($0) }
    text += section("Renamed and replaced", report.renamed) { sentence($0) }
    text += section("New promised dates", report.promised) { sentence($0) }
    text += bulk + reversals + others + people + unreadable + footing
    return text
  }

  // MARK: Beginning

  private var heading: String {
    let source = report.source
    if !source.heading.isEmpty { return source.heading + (period.isEmpty ? "" : "," + period) }
    return (source.title.isEmpty ? "What changed" : source.title + ": what changed") + period
  }

  private var period: String {
    switch (report.source.firstDay, report.source.lastDay) {
    case (let first?, let last?): return " from \(first) to \(last)"
    case (let first?, nil): return " since \(first)"
    case (nil, let last?): return " until \(last)"
    default: return ""
    }
  }

  private var counts: String {
    let record = report.source.history.period
    var text =
      Counting.words(report.changeCount, "change") + " in "
      + Counting.words(report.definitionCount, "definition")
    text +=
      ", from \(Counting.words(record.steps, "merge or commit", plural: "merges and commits"))"
      + " on \(Counting.words(record.activeDays, "day"))"
    if record.changes > report.changeCount {
      text +=
        ". Counted one by one there were \(Counting.grouped(record.changes)): "
        + "here, what followed each other in one place is told as one"
    }
    return text + "."
  }

  // MARK: Entries

  func section<Row>(_ title: String, _ rows: [Row], _ line: (Row) -> String) -> String {
    guard !rows.isEmpty else { return "" }
    var text = "## \(title)\n\n"
    for row in rows.prefix(Self.longest) { text += "- \(line(row))\n" }
    if rows.count > Self.longest { text += "- and \(Counting.grouped(rows.count - Self.longest)) more\n" }
    return text + "\n"
  }

  func sentence(_ entry: ChangeReport.Entry) -> String {
    let words = MarkdownText.escaping(ChangeWords.sentence(for: entry.change))
    return "\(name(entry)): \(words)\(attribution(entry))"
  }

  /// `“Title” (initiative id)`.
  func name(_ entry: ChangeReport.Entry) -> String {
    let subject = entry.change.subject
    return "\(MarkdownText.escaping(ValueWords.quoted(subject.title))) (\(MarkdownText.code(subject.name)))"
  }

  private func new(_ entry: ChangeReport.Entry) -> String {
    "\(name(entry)): \(MarkdownText.escaping(FieldPhrase.lowered(ChangeWords.sentence(for: entry.change))))"
      + attribution(entry)
  }

  /// ` — Ana Lee, 2025-10-03, 1a2b3c4d`, with a link where there is one.
  func attribution(_ entry: ChangeReport.Entry) -> String {
    guard let step = entry.step else { return "" }
    let count = entry.steps > 1 ? ", the last of \(entry.steps) times" : ""
    return " — \(who(step)), \(step.day), \(link(step.commit))\(count)"
  }

  func who(_ step: StepReference) -> String { MarkdownText.escaping(PeopleWords.names(step.authors)) }

  func link(_ commit: String) -> String { MarkdownText.link(commit, report.source.commitLink) }
}
