internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// Promises that moved, came or went.
  var dates: [Page.Section] {
    [
      moves("slips", "Dates that slipped", report.slips),
      moves("pulled-in", "Dates that were pulled in", report.pulledIn),
      list("dropped", "Promised dates dropped", report.dropped),
      list("promised", "New promised dates", report.promised),
    ]
  }

  /// The table of promises that moved.
  func moves(_ name: String, _ title: String, _ moves: [ChangeReport.Move]) -> Page.Section {
    guard let first = moves.first else { return Page.Section(name: name, title: title) }
    let isSlips = first.entry.change.idiom == .promiseSlipped
    var columns = [
      Page.Table.Column(title: "What"), Page.Table.Column(title: "Dates"),
      Page.Table.Column(title: "By", isShort: true),
    ]
    if isSlips { columns += [Page.Table.Column(title: "Which slip"), Page.Table.Column(title: "Told")] }
    columns.append(Page.Table.Column(title: "Who and when"))
    let rows = moves.map { move -> [Page.Line] in
      let change = move.entry.change
      var row = [
        Page.Line([.subject(change.subject), .lineBreak, .text(FieldPhrase(change.fields).whole)]),
        Page.Line(
          "\(ValueWords.cut(change.before?.string ?? "")) → \(ValueWords.cut(change.after?.string ?? ""))"),
        Page.Line([.strong(DayDistance.words(change.facts.days ?? 0))]),
      ]
      if isSlips { row += [Page.Line(MoveWords.ordinal(move)), Page.Line(MoveWords.notice(move))] }
      var who = Page.Line([])
      if let trace = words.trace(move.entry) {
        who = Page.Line([.text("\(trace.people), \(trace.day), "), .commit(trace.step.commit)])
      }
      return row + [who]
    }
    return Page.Section(
      name: name, title: title, count: moves.count, blocks: [.table(Page.Table(columns: columns, rows: rows))]
    )
  }
}

/// Slips in words.
enum MoveWords {
  /// `3rd, 9 months in all`; several in the period are said.
  static func ordinal(_ move: ChangeReport.Move) -> String {
    var text = Enumeration.ordinal(max(move.slipsEver, 1))
    if move.slipsInPeriod > 1 { text += " (\(move.slipsInPeriod) in this period)" }
    if move.slipsEver > 1, move.totalDays != move.entry.change.facts.days, move.totalDays > 0 {
      text += ", \(DayDistance.words(move.totalDays)) in all"
    }
    return text
  }

  /// `3 days after the old date`.
  static func notice(_ move: ChangeReport.Move) -> String {
    guard let notice = move.notice else { return "" }
    if notice < 0 { return "\(DayDistance.words(notice)) after the old date" }
    return notice == 0 ? "on the old date" : "\(DayDistance.words(notice)) ahead"
  }
}
