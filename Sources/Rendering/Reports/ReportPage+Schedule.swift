internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// When initiatives ship by the schedule, and how that moved.
  var schedule: Page.Section {
    let columns = [
      Page.Table.Column(title: "Initiative"), Page.Table.Column(title: "Promised", isShort: true),
      Page.Table.Column(title: "Ships", isShort: true), Page.Table.Column(title: "Against the promise"),
      Page.Table.Column(title: "Since the period began"),
    ]
    let rows = report.schedule.map { date -> [Page.Line] in
      [
        Page.Line([.subject(date.subject)]), Page.Line(date.due?.description ?? ""),
        Page.Line(date.after?.description ?? "no date"),
        Page.Line([date.late ?? 0 > 0 ? .strong(Self.late(date)) : .text(Self.late(date))]),
        Page.Line(Self.moved(date)),
      ]
    }
    return Page.Section(
      name: "schedule", title: "Dates by the schedule", count: rows.count,
      note: "What the efforts, the people and the order come to; 'prodops explain' says why each date.",
      blocks: rows.isEmpty ? [] : [.table(Page.Table(columns: columns, rows: rows))])
  }

  private static func late(_ date: ScheduledDate) -> String {
    guard let late = date.late else { return "" }
    if late == 0 { return "on the day" }
    return "\(Enumeration.count(abs(late), "working day")) \(late > 0 ? "late" : "early")"
  }

  private static func moved(_ date: ScheduledDate) -> String {
    guard let days = date.days, let before = date.before else { return date.before == nil ? "new" : "" }
    if days == 0 { return "as it was" }
    return "\(Enumeration.count(abs(days), "working day")) \(days > 0 ? "later" : "earlier"), was \(before)"
  }
}

/// Dates by the schedule as a member of a report.
enum JSONScheduledDates {
  /// Writes the member `schedule`.
  static func write(_ dates: [ScheduledDate], to writer: inout JSONWriter) {
    writer.array("schedule", of: dates) { writer, date in
      writer.object {
        $0.member("definition", date.subject.name)
        $0.member("title", date.subject.title)
        $0.member("due", date.due?.description)
        $0.member("before", date.before?.description)
        $0.member("ships", date.after?.description)
        $0.member("days", optional: date.days)
        $0.member("late", optional: date.late)
      }
    }
  }
}
