internal import CivilDates
internal import Planning

/// A schedule as CSV (RFC 4180) for spreadsheets: one row for each share of each initiative.
public enum CSVSchedule {
  private static let header = [
    "initiative", "title", "status", "plan", "team", "people", "effort_low", "effort_likely", "effort_high",
    "left_person_weeks", "start", "end", "working_days", "ships", "promised", "working_days_late", "why",
    "sentence",
  ]

  /// The text, in lines that end with CR and LF; an initiative without work has one row without a team.
  ///
  /// Of work under way the start is the day on which it began, and working days are those from today on.
  public static func render(_ view: ScheduleView) -> String {
    let words = ScheduleWords(view.plan)
    var lines = [header]
    for row in view.rows {
      let open = view.plan.openDependencies(of: row.item)
      let own = [row.facts.id, row.facts.title, row.facts.status, row.facts.plan ?? ""]
      let promise = [
        row.dates.ships.description, view.plan.model.items[row.item].due?.last.description ?? "",
        row.dates.late.map(String.init) ?? "",
      ]
      guard !row.shares.isEmpty else {
        let days = ["", "", "", "", "", "", start(row, row.start), row.end.description, "0"]
        lines.append(own.map(text) + days + promise + ["", ""])
        continue
      }
      for share in row.shares {
        let effort = share.share.effort
        let numbers = [share.share.people, effort.low, effort.likely, effort.high].map(DayWords.decimal)
        let left = share.share.rest.map { DayWords.decimal($0.left) } ?? ""
        let days = [left, start(row, share.start), share.end.description, String(share.days)]
        let why = [
          words.clause(share.reason), words.sentence(share.reason, days: share.days, dependencies: open),
        ]
        lines.append(
          own.map(text) + [text(share.share.team)] + numbers + days + promise + why.map(text))
      }
    }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func start(_ row: ScheduleView.Row, _ start: Day) -> String {
    row.isUnderWay ? row.begun?.description ?? "" : start.description
  }

  /// A cell of what a stranger wrote: in quotes where it needs them, and never a formula.
  ///
  /// Spreadsheets run what begins with one of these signs, also after space; an apostrophe keeps them from it.
  static func text(_ text: String) -> String {
    var cell = TerminalText.escaping(text)
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, "=+-@|%＝＋－＠".unicodeScalars.contains(first) { cell = "'" + cell }
    let needsQuotes = cell.unicodeScalars.contains { ",\";'\t".unicodeScalars.contains($0) }
    let isPadded = cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    return needsQuotes || isPadded ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}
