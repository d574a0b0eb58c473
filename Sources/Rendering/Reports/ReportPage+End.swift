internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// Edits that many definitions share, edits that mean nothing, and what has no section of its own.
  var bulk: [Page.Section] {
    let folds = report.bulk.map { Page.Line(words.fold($0)) }
    let reversals = report.reversals.map { reversal -> Page.Line in
      let phrase = FieldPhrase(reversal.fields)
      let between = Counting.list(
        reversal.between.prefix(4).map { $0.isEmpty ? "nothing" : ValueWords.cut($0) })
      return Page.Line([
        .subject(reversal.subject),
        .text(
          ": \(phrase.whole) is \(ValueWords.cut(reversal.value)) again, after \(between) "
            + "(\(Counting.words(reversal.steps, "step")))"),
      ])
    }
    return [
      Page.Section(
        name: "bulk", title: "The same edit in many definitions", count: folds.count,
        blocks: folds.isEmpty ? [] : [.list(folds)]),
      Page.Section(
        name: "reversals", title: "Changed and changed back", count: reversals.count,
        blocks: reversals.isEmpty ? [] : [.list(reversals)]), others,
    ]
  }

  /// What has no section of its own: how much of it there is, by kind and field.
  private var others: Page.Section {
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
    let rows = order.map { kind -> [Page.Line] in
      let counts = groups[kind] ?? [:]
      let names = (fields[kind] ?? []).enumerated()
        .sorted { (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset) }.map(\.element)
      let shown = names.prefix(12).map { "\(FieldPhrase.lowered($0)) \(counts[$0] ?? 0)" }
      let rest = names.count - shown.count
      return [
        Page.Line(FieldLabels.humanised(Plural.of(kind))),
        Page.Line(Counting.grouped(counts.values.reduce(0, +))),
        Page.Line(shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more fields" : "")),
      ]
    }
    let columns = [
      Page.Table.Column(title: "Kind"), Page.Table.Column(title: "Changes", isNumber: true),
      Page.Table.Column(title: "Fields"),
    ]
    return Page.Section(
      name: "others", title: "Also changed", count: report.others.count,
      blocks: rows.isEmpty ? [] : [.table(Page.Table(columns: columns, rows: rows))])
  }

  // MARK: People

  var people: Page.Section {
    let shares = report.source.history.period.people
    let (bots, humans) = (shares.filter(\.contributor.isBot), shares.filter { !$0.contributor.isBot })
    let authors = humans.filter { $0.steps > 0 }
    var blocks: [Page.Block] = []
    func names(_ shares: [PeriodRecord.Share], _ count: KeyPath<PeriodRecord.Share, Int>) -> String {
      let shown = shares.prefix(40).map {
        "\(ValueWords.cut($0.contributor.name)) (\(Counting.grouped($0[keyPath: count])))"
      }
      let rest = shares.count - shown.count
      return shown.joined(separator: ", ") + (rest > 0 ? " and \(Counting.grouped(rest)) more" : "")
    }
    if !shares.isEmpty {
      let list = authors.isEmpty ? "none" : names(authors, \.steps)
      blocks.append(
        .paragraph(
          Page.Line("Authors, with the number of landed steps that they had a part in: \(list).")))
    }
    let mergers = humans.filter { $0.merged > 0 }
    if !mergers.isEmpty {
      blocks.append(.paragraph(Page.Line("Merged for others: \(names(mergers, \.merged)).")))
    }
    if !bots.isEmpty {
      var programs: [String] = []
      for bot in bots.prefix(20) {
        let name = ValueWords.cut(bot.contributor.name)
        if !programs.contains(name) { programs.append(name) }
      }
      blocks.append(.paragraph(Page.Line("Programs, not counted: \(programs.joined(separator: ", ")).")))
    }
    return Page.Section(name: "people", title: "People", count: authors.count, blocks: blocks)
  }

  // MARK: What could not be read, and the end

  var unreadable: Page.Section {
    let lines = UnreadableFiles.list(report.source.history.period.unreadable).map { file -> Page.Line in
      var parts: [Page.Inline] = [
        .code(file.path),
        .text(": \(Counting.words(file.versions.count, "version")) (\(ValueWords.cut(file.reason))), "),
      ]
      for (index, version) in file.versions.prefix(5).enumerated() {
        parts += [.text("\(index > 0 ? ", " : "")\(version.day) "), .commit(version.commit)]
      }
      if file.versions.count > 5 { parts.append(.text(" and \(file.versions.count - 5) more")) }
      return Page.Line(parts)
    }
    return Page.Section(
      name: "unreadable", title: "What could not be read", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  func footing(chosen: [ReportSection], unknown: [String]) -> [Page.Line] {
    var lines = SourceWords.lines(report.source)
    let moved = report.source.net.changes.count { $0.idiom == .definitionMoved }
    let cosmetic = report.source.net.formatOnly.count
    let steps = report.source.history.period.formatSteps
    var clauses: [String] = []
    if steps > 0 { clauses.append("\(Counting.words(steps, "step")) changed no meaning") }
    if cosmetic > 0 { clauses.append("\(Counting.words(cosmetic, "file")) changed in format only") }
    if moved > 0 { clauses.append("\(Counting.words(moved, "file")) moved") }
    if !clauses.isEmpty { lines.append(Page.Line(ValueWords.capitalised(Counting.list(clauses)) + ".")) }
    let left = ReportSection.allCases.filter { !chosen.contains($0) }
    if !left.isEmpty {
      lines.append(
        Page.Line(
          "Left out, since report.sections does not name them: \(left.map(\.rawValue).joined(separator: ", "))."
        ))
    }
    if !unknown.isEmpty {
      lines.append(
        Page.Line(
          "report.sections names what is no section: \(unknown.prefix(5).map { ValueWords.cut($0) }.joined(separator: ", "))."
        ))
    }
    return lines
  }
}

/// Where the material of a page comes from, and what is missing of it.
enum SourceWords {
  static func lines(_ source: ReportSource) -> [Page.Line] {
    var lines = [
      Page.Line(
        [.text("From ")] + (source.base.map { [.commit($0)] } ?? [.text("the beginning")])
          + [.text(" to "), .commit(source.head), .text(".")])
    ]
    switch source.start {
    case .root, .base: break
    case .shallow(let day):
      lines.append(
        Page.Line([
          .text(
            "The clone is shallow: its history begins on \(day), and slips before that day are not counted. Set "
          ),
          .code("fetch-depth: 0"), .text(" or run "), .code("git fetch --unshallow"),
          .text(" for all of it."),
        ]))
    case .missing(let day):
      lines.append(
        Page.Line(
          "Commits before \(day) are not in the repository, and slips before that day are not counted."))
    }
    if !source.net.unreadable.isEmpty {
      var parts: [Page.Inline] = [.text("Not readable on one side and so not compared: ")]
      for (index, file) in source.net.unreadable.prefix(10).enumerated() {
        parts += [.text(index > 0 ? ", " : ""), .code(file.path.text)]
      }
      let rest = source.net.unreadable.count - 10
      parts.append(.text(rest > 0 ? " and \(Counting.grouped(rest)) more." : "."))
      lines.append(Page.Line(parts))
    }
    return lines
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
