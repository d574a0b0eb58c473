internal import ChangeHistory
internal import CivilDates
internal import Diffing
internal import Reporting

/// A report of a period in words: the one place where they are made for all formats.
struct ReportPage {
  let report: ChangeReport
  let words: EntryWords

  init(_ report: ChangeReport) {
    self.report = report
    words = EntryWords(report.source.net)
  }

  var page: Page {
    let (chosen, unknown) = ReportSection.chosen(by: report.source.sections)
    var page = Page()
    page.title = heading
    page.period = period
    page.eyebrow = report.source.title
    page.lead = ReportHeadline.sentence(of: report)
    page.notes = [counts] + PeriodWords.branch(of: report.source)
    page.facts = facts
    page.commitLink = report.source.commitLink
    page.sections = chosen.flatMap(sections).filter { !$0.blocks.isEmpty }
    page.footing = footing(chosen: chosen, unknown: unknown)
    return page
  }

  private func sections(_ section: ReportSection) -> [Page.Section] {
    switch section {
    case .attention: [attention]
    case .pictures: [pictures]
    case .slips: dates
    case .promises: [promises]
    case .schedule: [schedule]
    case .decisions: [decisions]
    case .lifecycle: lifecycle
    case .experiments: [experiments]
    case .tools: [tools]
    case .processes: [processes(report.processes)]
    case .metrics: [metrics]
    case .teams: [teams]
    case .obligations: [obligations]
    case .new: newAndGone
    case .elapsed: [elapsed]
    case .stale: [stale(report.stale)]
    case .bulk: bulk
    case .people: [people]
    case .unreadable: [unreadable]
    }
  }

  // MARK: Beginning

  private var heading: String {
    let source = report.source
    if !source.heading.isEmpty { return source.heading }
    return source.title.isEmpty ? "What changed" : source.title + ": what changed"
  }

  private var period: String {
    let words = PeriodWords.of(report.source)
    return report.source.heading.isEmpty || words.isEmpty ? words : "," + words
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

  private var facts: [Page.Fact] {
    let breaking = report.source.net.changes.count { $0.weight == .breaking }
    return [
      Page.Fact(
        count: report.slips.count, label: report.slips.count == 1 ? "date slipped" : "dates slipped",
        isBad: true),
      Page.Fact(count: breaking, label: breaking == 1 ? "breaking change" : "breaking changes", isBad: true),
      Page.Fact(count: report.finished.count, label: "finished"),
      Page.Fact(count: report.ended.count + report.removed.count, label: "ended or gone"),
      Page.Fact(count: report.decisions.count, label: report.decisions.count == 1 ? "decision" : "decisions"),
      Page.Fact(count: report.added.count, label: "new"),
    ].filter { $0.count > 0 }
  }

  private var pictures: Page.Section {
    let pictures = [TrendChart.picture(report), SlipBars.picture(report), PlanChart.picture(report)]
    return Page.Section(
      name: "pictures", title: "In pictures", blocks: pictures.compactMap { $0.map(Page.Block.picture) })
  }

  // MARK: Lines

  func list(
    _ name: String, _ title: String, _ entries: [ChangeReport.Entry], note: String? = nil,
    isWeighed: Bool = false
  ) -> Page.Section {
    Page.Section(
      name: name, title: title, count: entries.count, note: note,
      blocks: entries.isEmpty ? [] : [.list(entries.map { words.line($0, isWeighed: isWeighed) })])
  }
}

/// A period in words.
enum PeriodWords {
  /// ` from 2025-10-01 to 2025-12-31`, with a space before it; empty where no days were asked for.
  static func of(_ source: ReportSource) -> String {
    switch (source.firstDay, source.lastDay) {
    case (let first?, let last?): " from \(first) to \(last)"
    case (let first?, nil): " since \(first)"
    case (nil, let last?): " until \(last)"
    default: ""
    }
  }

  /// What the period covers, where the state before stands on another branch.
  static func branch(of source: ReportSource) -> [String] {
    guard let branch = source.branch, let base = source.base?.prefix(8) else { return [] }
    switch branch {
    case .left(let commit, let day):
      return [
        "\(base), the state before, is on another branch, which parts from this one after \(commit.prefix(8)) of "
          + "\(day): the steps are those that landed here since then, and what only the other branch has since "
          + "then counts as taken back."
      ]
    case .unrelated:
      return [
        "\(base), the state before, is on a branch that has no step in common with this one: all steps that landed "
          + "here count, and what only the other branch has counts as taken back."
      ]
    }
  }
}

/// Puts the changes of a report into lines.
struct EntryWords {
  private let listing: ChangeListing

  init(_ net: ChangeSet) { listing = ChangeListing(net, sides: ("", ""), version: "") }

  /// The definition and what changed of it, with why and who.
  func line(_ entry: ChangeReport.Entry, isWeighed: Bool) -> Page.Line {
    let sentence = ChangeWords.sentence(for: entry.change)
    let words = entry.change.idiom == .definitionAdded ? FieldPhrase.lowered(sentence) : sentence
    return Page.Line(
      [.subject(entry.change.subject), .text(": " + words + together(entry.change))],
      weight: isWeighed ? entry.change.weight : nil, why: why(entry.change), trace: trace(entry))
  }

  /// What changed, where the definition is named above.
  func inner(_ entry: ChangeReport.Entry, isWeighed: Bool = true) -> Page.Line {
    Page.Line(
      [.text(ChangeWords.sentence(for: entry.change) + together(entry.change))],
      weight: isWeighed ? entry.change.weight : nil, why: why(entry.change), trace: trace(entry))
  }

  func trace(_ entry: ChangeReport.Entry?) -> Page.Trace? {
    guard let entry, let step = entry.step else { return nil }
    return Page.Trace(step: step, times: entry.steps)
  }

  /// Why a change has its weight here: clauses that its own sentence does not say.
  func why(_ change: Change) -> [String] {
    var clauses = change.reasons.compactMap(\.text)
    if let referrers = listing.referrers(of: change) { clauses.append(referrers) }
    if let cause = change.cause {
      let field = cause.fields.isEmpty ? "" : "\(FieldPhrase.lowered(FieldPhrase(cause.fields).whole)) of "
      clauses.append("\(field)\(ValueWords.quoted(cause.subject.title)) (\(cause.subject.name)) changed")
    }
    return clauses
  }

  /// What belongs to the change and is told with it.
  private func together(_ change: Change) -> String {
    guard !change.parts.isEmpty else { return "" }
    let shown = change.parts.prefix(4).map { FieldPhrase.lowered(ChangeWords.sentence(for: $0)) }
    let rest = change.parts.count - shown.count
    return "; with it " + Counting.list(shown + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))
  }

  /// One edit on many definitions.
  func fold(_ position: Int) -> String { listing.sentence(for: listing.changes.folds[position]) }
}
