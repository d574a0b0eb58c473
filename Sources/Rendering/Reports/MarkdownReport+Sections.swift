internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax
internal import Reporting

extension MarkdownReport {
  /// The table of promises that moved.
  func moves(_ title: String, _ moves: [ChangeReport.Move]) -> String {
    guard !moves.isEmpty else { return "" }
    let rows = moves.prefix(Self.longest).map { move -> [String] in
      let change = move.entry.change
      let phrase = FieldPhrase(change.fields)
      let isSlip = change.idiom == .promiseSlipped
      var row = [
        "\(name(move.entry))<br>\(MarkdownText.escaping(phrase.whole))",
        MarkdownText.escaping("\(change.before?.string ?? "") → \(change.after?.string ?? "")"),
        DayDistance.words(change.facts.days ?? 0),
      ]
      if isSlip { row += [ordinal(move), notice(move)] }
      let step = move.entry.step
      row.append(step.map { "\(who($0)), \($0.day), \(link($0.commit))" } ?? "")
      return row
    }
    let isSlips = moves[0].entry.change.idiom == .promiseSlipped
    let header =
      ["What", "Dates", "By"] + (isSlips ? ["Which slip", "Told"] : []) + ["Who and when"]
    var text = "## \(title)\n\n" + MarkdownText.table(header: header, rows: Array(rows))
    if moves.count > Self.longest { text += "\nand \(Counting.grouped(moves.count - Self.longest)) more\n" }
    return text + "\n"
  }

  /// `3rd, 9 months in all`; several in the period are said.
  private func ordinal(_ move: ChangeReport.Move) -> String {
    var text = Ordinals.words(max(move.slipsEver, 1))
    if move.slipsInPeriod > 1 { text += " (\(move.slipsInPeriod) in this period)" }
    if move.slipsEver > 1, move.totalDays != move.entry.change.facts.days, move.totalDays > 0 {
      text += ", \(DayDistance.words(move.totalDays)) in all"
    }
    return text
  }

  private func notice(_ move: ChangeReport.Move) -> String {
    guard let notice = move.notice else { return "" }
    if notice < 0 { return "\(DayDistance.words(notice)) after the old date" }
    return notice == 0 ? "on the old date" : "\(DayDistance.words(notice)) ahead"
  }

  /// What changed hands, one line for each pair of people or teams.
  var handovers: String {
    section("Handed over", report.handovers) { handover in
      let names = handover.entries.prefix(6).map {
        MarkdownText.escaping(ValueWords.quoted($0.change.subject.title))
      }
      let rest = handover.entries.count - names.count
      let list = Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))
      let pair = MarkdownText.escaping(
        "\(ValueWords.cut(handover.label)): \(ValueWords.cut(handover.from)) → \(ValueWords.cut(handover.to))"
      )
      return "\(pair) for \(list)\(handover.entries.count == 1 ? attribution(handover.entries[0]) : "")"
    }
  }

  /// Edits that many definitions share.
  var bulk: String {
    let listing = ChangeListing(report.source.net, sides: ("", ""), version: "")
    return section("The same edit in many definitions", report.bulk) { fold in
      MarkdownText.escaping(listing.sentence(for: report.source.net.folds[fold]))
    }
  }

  var reversals: String {
    section("Changed and changed back") { reversal in
      let phrase = FieldPhrase(reversal.fields)
      let between = Counting.list(
        reversal.between.prefix(4).map { $0.isEmpty ? "nothing" : ValueWords.cut($0) })
      let words = "\(phrase.whole) is \(ValueWords.cut(reversal.value)) again, after \(between)"
      return "\(MarkdownText.escaping(ValueWords.quoted(reversal.subject.title))) "
        + "(\(MarkdownText.code(reversal.subject.name))): \(MarkdownText.escaping(words)) "
        + "(\(Counting.words(reversal.steps, "step")))"
    }
  }

  private func section(_ title: String, _ line: (ChangeReport.Reversal) -> String) -> String {
    section(title, report.reversals, line)
  }

  /// What has no section of its own: how much of it there is, by kind and field.
  var others: String {
    guard !report.others.isEmpty else { return "" }
    var order: [String] = []
    var groups: [String: [String: Int]] = [:]
    var fields: [String: [String]] = [:]
    for entry in report.others {
      let kind = entry.change.subject.kindLabel
      let field = entry.change.fields.first { !$0.isHolder }?.label ?? "Definition"
      if groups[kind] == nil { order.append(kind) }
      if groups[kind]?[field] == nil { fields[kind, default: []].append(field) }
      groups[kind, default: [:]][field, default: 0] += 1
    }
    let rows = order.map { kind -> [String] in
      let counts = groups[kind] ?? [:]
      let names = (fields[kind] ?? []).enumerated()
        .sorted { (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset) }.map(\.element)
      let shown = names.prefix(12).map { "\(FieldPhrase.lowered($0)) \(counts[$0] ?? 0)" }
      let rest = names.count - shown.count
      return [
        MarkdownText.escaping(FieldLabels.humanised(Plural.of(kind))),
        Counting.grouped(counts.values.reduce(0, +)),
        MarkdownText.escaping(shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more fields" : "")),
      ]
    }
    return "## Also changed\n\n" + MarkdownText.table(header: ["Kind", "Changes", "Fields"], rows: rows)
      + "\n"
  }

  // MARK: End

  var people: String {
    let shares = report.source.history.period.people
    guard !shares.isEmpty else { return "" }
    let (bots, humans) = (shares.filter(\.contributor.isBot), shares.filter { !$0.contributor.isBot })
    let authors = humans.filter { $0.steps > 0 }
    let shown = authors.prefix(Self.longest).map {
      "\(MarkdownText.escaping(ValueWords.cut($0.contributor.name))) (\(Counting.grouped($0.steps)))"
    }
    var text = "## People\n\nAuthors, with the number of landed steps that they had a part in: "
    text += shown.isEmpty ? "none" : shown.joined(separator: ", ")
    if authors.count > shown.count { text += " and \(Counting.grouped(authors.count - shown.count)) more" }
    text += ".\n"
    let mergers = humans.filter { $0.merged > 0 }.prefix(Self.longest).map {
      "\(MarkdownText.escaping(ValueWords.cut($0.contributor.name))) (\(Counting.grouped($0.merged)))"
    }
    if !mergers.isEmpty { text += "\nMerged for others: \(mergers.joined(separator: ", ")).\n" }
    if !bots.isEmpty {
      var names: [String] = []
      for bot in bots.prefix(20) {
        let name = MarkdownText.escaping(ValueWords.cut(bot.contributor.name))
        if !names.contains(name) { names.append(name) }
      }
      text += "\nPrograms, not counted: \(names.joined(separator: ", ")).\n"
    }
    return text + "\n"
  }

  var unreadable: String {
    section("What could not be read", UnreadableFiles.list(report.source.history.period.unreadable)) { file in
      let versions = file.versions.count == 1 ? "1 version" : "\(file.versions.count) versions"
      let steps = file.versions.prefix(5).map { "\($0.day) \(link($0.commit))" }.joined(separator: ", ")
      let rest = file.versions.count > 5 ? " and \(file.versions.count - 5) more" : ""
      return
        "\(MarkdownText.code(file.path)): \(versions) (\(MarkdownText.escaping(file.reason))), \(steps)\(rest)"
    }
  }

  var footing: String {
    let source = report.source
    var lines = ["From \(source.base.map(link) ?? "the beginning") to \(link(source.head))."]
    switch source.start {
    case .root, .base: break
    case .shallow(let day):
      lines.append(
        "The clone is shallow: its history begins on \(day), and slips before that day are not counted. "
          + "Set `fetch-depth: 0` or run `git fetch --unshallow` for all of it.")
    case .missing(let day):
      lines.append(
        "Commits before \(day) are not in the repository, and slips before that day are not counted.")
    }
    let record = source.history.period
    if record.formatSteps > 0 {
      lines.append("\(Counting.words(record.formatSteps, "step")) changed no meaning.")
    }
    if !source.net.unreadable.isEmpty {
      lines.append(
        "Not readable on one side and so not compared: "
          + source.net.unreadable.prefix(10).map { MarkdownText.code($0.path.text) }.joined(separator: ", ")
          + ".")
    }
    return "---\n" + lines.joined(separator: " ") + "\n"
  }
}

/// Which one of a row, in words.
enum Ordinals {
  /// `1st`, `2nd`, `11th`.
  static func words(_ number: Int) -> String {
    let tens = number % 100
    let ending =
      switch number % 10 {
      case 1 where tens != 11: "st"
      case 2 where tens != 12: "nd"
      case 3 where tens != 13: "rd"
      default: "th"
      }
    return "\(Counting.grouped(number))\(ending)"
  }
}

/// Versions that could not be read, by file.
enum UnreadableFiles {
  struct File {
    let path: String
    let reason: String
    var versions: [UnreadableVersion]
  }

  static func list(_ versions: [UnreadableVersion]) -> [File] {
    var order: [RepositoryPath] = []
    var groups: [RepositoryPath: [UnreadableVersion]] = [:]
    for version in versions {
      if groups[version.path] == nil { order.append(version.path) }
      groups[version.path, default: []].append(version)
    }
    return order.sorted().compactMap { path in
      groups[path].map { File(path: path.text, reason: $0[0].reason, versions: $0) }
    }
  }
}
