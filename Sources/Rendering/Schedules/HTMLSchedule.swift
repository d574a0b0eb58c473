internal import CivilDates
internal import Planning

/// A schedule as one file of HTML: what comes when, pictures, and the reasons behind every date.
public enum HTMLSchedule {
  /// The page; `forecast` is what a forecast says, by initiative.
  public static func render(_ view: ScheduleView, forecast: [String: ForecastMarks] = [:]) -> String {
    var page = SchedulePage(view, .document).page
    page.facts = facts(view)
    let late = lateness(view, forecast)
    let told = page.sections
    let reasons = told.first { $0.name == "reasons" }
    page.sections = [late]
    for section in told where section.name != "reasons" {
      guard section.name == "dates" else {
        page.sections.append(section)
        continue
      }
      page.sections += [
        SchedulePictures.gantt(view, forecast), dates(section, reasons: reasons, view, forecast),
        SchedulePictures.load(view),
      ]
    }
    page.sections = page.sections.filter { !$0.blocks.isEmpty }
    page.footing = [footing(view.version, asOf: view.plan.model.asOf)]
    return HTMLPage(page).render()
  }

  /// What made a page, and from what.
  static func footing(_ version: String, asOf: Day) -> Page.Line {
    Page.Line("Made by prodops \(version) from definitions, as of \(asOf).")
  }

  private static func facts(_ view: ScheduleView) -> [Page.Fact] {
    let rows = view.rows
    let late = rows.count { $0.dates.late ?? 0 > 0 }
    let conflicts = view.conflicts.count
    return [
      Page.Fact(
        count: rows.count, label: rows.count == 1 ? "initiative with dates" : "initiatives with dates"),
      Page.Fact(count: late, label: late == 1 ? "comes late" : "come late", isBad: late > 0),
      Page.Fact(
        count: conflicts, label: conflicts == 1 ? "thing does not fit" : "things do not fit",
        isBad: conflicts > 0),
      Page.Fact(count: view.leftOut.count, label: "left out"),
    ]
  }

  /// What misses its promise, the latest first, and what it waits for.
  private static func lateness(_ view: ScheduleView, _ forecast: [String: ForecastMarks]) -> Page.Section {
    let words = ScheduleWords(view.plan)
    let late = view.rows.filter { $0.dates.late ?? 0 > 0 }.sorted {
      ($1.dates.late ?? 0, $0.facts.id) < ($0.dates.late ?? 0, $1.facts.id)
    }
    let lines = late.map { row -> Page.Line in
      let promise = view.plan.model.items[row.item].due.map { " after its promise of \($0.last)" } ?? ""
      let days = Counting.words(row.dates.late ?? 0, "working day")
      var parts: [Page.Inline] = [
        .strong(ValueWords.cut(row.facts.title)), .text(" ships \(row.dates.ships), \(days)\(promise)."),
      ]
      if let chance = forecast[row.facts.id]?.probability {
        parts.append(.text(" Chance of the promise: \(ForecastWords.chance(chance))."))
      }
      let reasons = row.shares.map {
        words.sentence($0.reason, days: $0.days, dependencies: view.plan.openDependencies(of: row.item))
      }
      return Page.Line(parts).folding([.text((reasons + words.ends(row.item)).joined(separator: " "))])
    }
    return Page.Section(
      name: "late", title: "What comes late", count: lines.count, blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  /// The table, narrow enough for a page, each row with its reasons folded away.
  private static func dates(
    _ section: Page.Section, reasons: Page.Section?, _ view: ScheduleView,
    _ forecast: [String: ForecastMarks]
  ) -> Page.Section {
    var section = section
    guard case .table(let table)? = section.blocks.first, case .list(let lines)? = reasons?.blocks.first,
      table.rows.count == lines.count
    else { return section }
    let titles = table.columns.map(\.title)
    func column(_ title: String) -> Int? { titles.firstIndex(of: title) }
    let ships = column("Ships") ?? column("End")
    let promised = column("Promised")
    let rows = zip(zip(table.rows, view.rows), lines).map { entry, reason -> [Page.Line] in
      let (row, shown) = entry
      var cells = [column("Initiative"), column("Team"), column("Start"), ships].compactMap {
        $0.map { row[$0] }
      }
      if let promised, let comes = column("Comes") {
        var parts = row[promised].parts
        if !row[comes].parts.isEmpty { parts += [.lineBreak] + row[comes].parts }
        if let chance = forecast[shown.facts.id]?.probability {
          parts += [.lineBreak, .text("chance \(ForecastWords.chance(chance))")]
        }
        cells.append(Page.Line(parts))
      }
      // The sentence begins with the title, which stands in the row.
      if let last = row.last { cells.append(last.folding(Array(reason.parts.dropFirst()))) }
      return cells
    }
    var columns = ["Initiative", "Team", "Start", "Ships"].map {
      Page.Table.Column(title: $0, isShort: $0 == "Start" || $0 == "Ships")
    }
    if promised != nil { columns.append(Page.Table.Column(title: "Promised", isShort: true)) }
    columns.append(Page.Table.Column(title: "Why it starts then"))
    section.title = "Dates and reasons"
    section.blocks[0] = .table(Page.Table(columns: columns, rows: rows))
    return section
  }
}
