internal import CivilDates
internal import Planning

/// Why one initiative has the dates that it has, in words and tables.
struct ExplanationPage {
  private let explanation: DateExplanation
  private let words: ScheduleWords

  init(_ explanation: DateExplanation) {
    self.explanation = explanation
    words = ScheduleWords(explanation.plan)
  }

  /// How much of what was tried is told in full, of what helps and of what does not; the rest is counted.
  static let fixes = 6

  var page: Page {
    var page = Page()
    page.title =
      "\(ValueWords.quoted(explanation.facts.title)) (initiative:\(ValueWords.cut(explanation.initiative)))"
    page.lead = lead
    if let note = explanation.note { page.notes = [note.words] }
    let sections = [conflicts, starts, ends, place, chain, fixes, remarks]
    page.sections = sections.filter { !$0.blocks.isEmpty }
    return page
  }

  /// The dates in a sentence, or why there are none.
  var lead: String {
    let day = DayWords.day(explanation.plan.model.asOf)
    guard let item = explanation.item else {
      guard let why = explanation.leftOut else { return "It has no dates as of \(day)." }
      let remedy = words.remedy(why, explanation.facts).map { " \($0)" } ?? ""
      return "It has no dates as of \(day): it \(words.clause(why)).\(remedy)"
    }
    guard let dates = explanation.dates else {
      return "It has no dates as of \(day), since something does not fit together."
    }
    let begun = explanation.facts.begun(by: dates.start).map { " since \(DayWords.day($0))" } ?? ""
    var text =
      explanation.facts.stage == .running
      ? "Under way\(begun), and ends" : "Starts on \(DayWords.day(dates.start)) and ends"
    text += " on \(DayWords.day(dates.end))"
    if dates.freeze != nil { text += ", ships on \(DayWords.day(dates.ships))" }
    guard let late = dates.late, let due = explanation.plan.model.items[item].due else {
      return text + ". Nothing is promised."
    }
    let what = explanation.facts.promise?.milestone.map { " (\(ValueWords.cut($0.title)))" } ?? ""
    text += ". Promised for \(DayWords.day(due.last))\(what): "
    if late == 0 { return text + "it comes on that day." }
    return text + "\(DayWords.working(late)) \(late > 0 ? "late" : "early")."
  }

  private func section(_ name: String, _ title: String, _ lines: [String]) -> Page.Section {
    Page.Section(
      name: name, title: title, count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines.map { Page.Line($0) })])
  }

  private var conflicts: Page.Section {
    section(
      "conflicts", "What does not fit together",
      explanation.conflicts.map { "\(words.sentence($0)) \(words.remedy($0))" })
  }

  private var starts: Page.Section {
    guard let item = explanation.item, explanation.dates != nil else { return section("starts", "", []) }
    return section(
      "starts", "Why it starts then", words.starts(item, explanation.plan.placedShares(of: item)))
  }

  private var ends: Page.Section {
    section("ends", "Why it ends then", explanation.item.map(words.ends) ?? [])
  }

  private var place: Page.Section {
    section(
      "place", "Its place in the order",
      explanation.dates == nil ? [] : explanation.item.map { [words.place($0)] } ?? [])
  }

  /// The days from today to the end; they add up.
  private var chain: Page.Section {
    guard let days = explanation.daysToShip, let dates = explanation.dates, !explanation.chain.isEmpty else {
      return Page.Section(name: "chain", title: "")
    }
    var rows = explanation.chain.enumerated().map { index, link in
      [
        "\(index + 1)", link.from.description, link.to.description, "\(link.days)",
        words.sentence(link),
      ]
    }
    var sum = explanation.chain.reduce(0) { $0 + $1.days }
    if sum != days.chain {
      rows.append(["", "", "", "\(days.chain - sum)", "for reasons that are not told"])
      sum = days.chain
    }
    if let freeze = dates.freeze, days.freeze > 0 {
      let number = explanation.plan.model.days.number(after: dates.end)
      let from = explanation.plan.model.days[number] ?? dates.end
      rows.append([
        "\(rows.count + 1)", from.description, dates.ships.description, "\(days.freeze)",
        "nothing ships: \(ValueWords.cut(freeze.title))",
      ])
      sum += days.freeze
    }
    rows.append(["", "", "", "\(sum)", "working days in all"])
    let columns = ["No.", "From", "To", "Days", "What they go into"]
    let table = Page.Table(
      columns: columns.map { Page.Table.Column(title: $0, isNumber: $0 == "Days") },
      rows: rows.map { $0.map { Page.Line($0) } })
    return Page.Section(
      name: "chain", title: "From today to the day on which it ships", count: rows.count - 1,
      note: "To come earlier, something here has to take fewer days.", blocks: [.table(table)])
  }

  private var fixes: Page.Section {
    section(
      "fixes", "What was tried, each by itself", words.sentences(explanation.fixes, atMost: Self.fixes))
  }

  private var remarks: Page.Section {
    section("remarks", "Taken for granted", explanation.remarks.map(words.sentence))
  }
}
