internal import CivilDates
internal import Planning

/// A schedule in words and tables, apart from any format.
struct SchedulePage {
  /// Where it is read: a terminal has little room, and takes ids for other commands.
  enum Form { case terminal, document }

  private let view: ScheduleView
  private let words: ScheduleWords
  private let form: Form

  init(_ view: ScheduleView, _ form: Form) {
    self.view = view
    self.form = form
    words = ScheduleWords(view.plan)
  }

  var page: Page {
    let rows = view.rows
    var page = Page()
    page.title = "Schedule as of \(DayWords.day(view.plan.model.asOf))"
    if let team = view.team {
      page.title = "\(words.team(team)): schedule as of \(DayWords.day(view.plan.model.asOf))"
    }
    page.eyebrow = view.title
    page.lead = lead(rows)
    if let note = view.note { page.notes = [note.words] }
    page.sections = [conflicts, dates(rows), reasons(rows), leftOut, remarks].filter { !$0.blocks.isEmpty }
    return page
  }

  /// The sentence that a hurried reader reads.
  private func lead(_ rows: [ScheduleView.Row]) -> String {
    guard !rows.isEmpty else { return "No initiative has dates." }
    let late = rows.count { $0.dates.late.map { $0 > 0 } ?? false }
    let promised = rows.count { $0.dates.late != nil }
    let conflicts = view.conflicts.count
    let kept = promised - late
    var text = "\(Counting.words(rows.count, "initiative")) \(rows.count == 1 ? "has" : "have") dates"
    if kept == rows.count {
      text += rows.count == 1 ? ", by its promise." : ", all by their promises."
    } else {
      var clauses: [String] = []
      if kept > 0 {
        clauses.append("\(Counting.grouped(kept)) by \(kept == 1 ? "its promise" : "their promises")")
      }
      if late > 0 { clauses.append("\(Counting.grouped(late)) late") }
      if rows.count > promised {
        clauses.append("\(Counting.grouped(rows.count - promised)) without a promise")
      }
      text += ": \(Counting.list(clauses))."
    }
    if conflicts > 0 {
      text += " \(Counting.words(conflicts, "thing")) \(conflicts == 1 ? "does" : "do") not fit together."
    }
    if let last = rows.map(\.end).max() { text += " The last work ends on \(DayWords.day(last))." }
    return text
  }

  private var conflicts: Page.Section {
    let lines = view.conflicts.map { Page.Line("\(words.sentence($0)) \(words.remedy($0))") }
    return Page.Section(
      name: "conflicts", title: "What does not fit together", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  private func dates(_ rows: [ScheduleView.Row]) -> Page.Section {
    guard !rows.isEmpty else { return Page.Section(name: "dates", title: "Dates") }
    let hasFreeze = rows.contains { $0.dates.freeze != nil }
    let hasPromise = rows.contains { $0.dates.late != nil }
    var columns = ["Initiative", "Team", "Start", "End"]
    if hasFreeze { columns.append("Ships") }
    if hasPromise { columns += ["Promised", "Comes"] }
    columns.append("Why it starts then")
    let cells = rows.map { row -> [Page.Line] in
      var cells = [subject(row), Page.Line(Counting.list(row.teams.map { ValueWords.cut($0) }))]
      cells.append(Page.Line(ScheduleWords.start(row.facts, row.start)))
      cells.append(Page.Line(row.end.description))
      if hasFreeze { cells.append(Page.Line(row.dates.ships.description)) }
      if hasPromise {
        let promise = view.plan.model.items[row.item].due
        cells.append(Page.Line(promise?.last.description ?? ""))
        cells.append(Page.Line(row.dates.late.map(DayWords.lateness) ?? ""))
      }
      cells.append(Page.Line(why(row)))
      return cells
    }
    let table = Page.Table(
      columns: columns.enumerated().map {
        Page.Table.Column(title: $1, isShort: $0 > 0 && $0 < columns.count - 1)
      }, rows: cells)
    return Page.Section(
      name: "dates", title: form == .terminal ? "" : "Dates", count: rows.count,
      note: form == .terminal || !hasPromise ? nil : "Days against promises are working days.",
      blocks: [.table(table)])
  }

  private func subject(_ row: ScheduleView.Row) -> Page.Line {
    if form == .terminal { return Page.Line(ValueWords.cut(row.facts.id)) }
    return Page.Line([
      .text(ValueWords.quoted(row.facts.title) + " ("), .code(ValueWords.cut(row.facts.id)), .text(")"),
    ])
  }

  /// The clause of the share that starts first, with those that start later.
  private func why(_ row: ScheduleView.Row) -> String {
    guard let first = row.shares.min(by: { $0.start < $1.start }) else { return "takes no working time" }
    var text = words.clause(first.reason)
    let later = row.shares.filter { $0.start > first.start }
    if !later.isEmpty {
      let list = later.map { "\(words.team($0.share.team)) from \($0.start)" }
      text += "; \(Counting.list(ScheduleWords.shortened(list, atMost: 3)))"
    }
    return text
  }

  /// Why each starts and ends when it does, in sentences.
  private func reasons(_ rows: [ScheduleView.Row]) -> Page.Section {
    guard form == .document else { return Page.Section(name: "reasons", title: "Reasons") }
    let lines = rows.map { row -> Page.Line in
      let text = (words.starts(row.item, row.shares) + words.ends(row.item)).joined(separator: " ")
      return Page.Line([.strong(ValueWords.cut(row.facts.title)), .text(": \(text)")])
    }
    return Page.Section(
      name: "reasons", title: "Why each starts and ends when it does", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)], isFolded: true)
  }

  private var leftOut: Page.Section {
    let lines = words.leftOut(view.leftOut)
    return Page.Section(
      name: "left-out", title: "Left out", count: view.leftOut.count,
      blocks: lines.isEmpty ? [] : [.list(lines.map { Page.Line($0) })])
  }

  private var remarks: Page.Section {
    let lines = words.sentences(view.remarks)
    return Page.Section(
      name: "remarks", title: "Taken for granted", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines.map { Page.Line($0) })])
  }
}
