internal import CivilDates
internal import Diffing
internal import Reporting

/// What a period means for one team, in words.
struct BriefPage {
  private let brief: Brief
  private let pages: ReportPage
  private let isUsualPeriod: Bool

  init(_ brief: Brief, isUsualPeriod: Bool) {
    self.brief = brief
    self.isUsualPeriod = isUsualPeriod
    pages = ReportPage(brief.report)
  }

  var page: Page {
    let source = brief.report.source
    var page = Page()
    page.title = "Brief for \(ValueWords.cut(brief.team.title))"
    let period = PeriodWords.of(source)
    page.period = period.isEmpty ? "" : "," + period
    page.eyebrow = source.title
    page.lead = Self.sentence(of: brief)
    if isUsualPeriod {
      page.notes = ["These are the last 30 days up to \(source.day); --from and --to choose another period."]
    }
    page.notes += PeriodWords.branch(of: source)
    page.commitLink = source.commitLink
    let moves = [
      pages.moves("slips", "Dates that slipped", brief.slips),
      pages.moves("pulled-in", "Dates that were pulled in", brief.pulledIn),
    ]
    let stories = [
      people, pages.processes(brief.processes), tools, decisions, pages.elapsed(brief.elapsed),
      pages.stale(brief.stale),
    ]
    page.sections = ([asks, obligations, launches] + moves + stories + concerns).filter { !$0.blocks.isEmpty }
    page.footing = SourceWords.lines(source)
    return page
  }

  /// The sentence that a hurried reader reads.
  static func sentence(of brief: Brief) -> String {
    var clauses: [String] = []
    if !brief.asks.isEmpty {
      clauses.append("\(Counting.words(brief.asks.count, "decision")) needed from you")
    }
    if !brief.obligations.isEmpty {
      clauses.append("\(Counting.words(brief.obligations.count, "new thing")) to do or to know")
    }
    if !brief.slips.isEmpty {
      clauses.append("\(Counting.words(brief.slips.count, "date")) that concern you slipped")
    }
    if !brief.launches.isEmpty {
      clauses.append("\(Counting.words(brief.launches.count, "launch", plural: "launches")) ahead")
    }
    guard !clauses.isEmpty else {
      return brief.concerns.isEmpty && brief.tools.isEmpty && brief.processes.isEmpty
        ? "Nothing that concerns you changed."
        : "Nothing new is asked of you; what changed around you stands below."
    }
    return ValueWords.capitalised(clauses.joined(separator: "; ")) + "."
  }

  private func section(_ name: String, _ title: String, _ lines: [Page.Line]) -> Page.Section {
    Page.Section(name: name, title: title, count: lines.count, blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  private var asks: Page.Section {
    section(
      "asks", "Decisions needed from you",
      brief.asks.map { ask in
        let due = ask.due.map { ", by \(ValueWords.cut($0))" } ?? ""
        return Page.Line([
          .strong(Self.words(ask.sort)), .text(" "), .subject(ask.subject),
          .text(": \(ValueWords.cut(ask.who))\(due)"),
        ])
      })
  }

  private static func words(_ sort: Brief.Ask.Sort) -> String {
    switch sort {
    case .approveInitiative: "To agree to:"
    case .approveLaunch: "To approve:"
    case .decideExperiment: "What follows from the experiment:"
    case .decideTool: "Whether to keep:"
    case .decideRenewal: "Whether to renew, before notice is due:"
    }
  }

  private var obligations: Page.Section {
    section("obligations", "New for you", TeamWords.lines(brief.obligations))
  }

  private var launches: Page.Section {
    let columns = ["Launch", "Date", "Your briefing", "State"].map { Page.Table.Column(title: $0) }
    let rows = brief.launches.map { launch -> [Page.Line] in
      let state = launch.state.map(StateWords.name) ?? ""
      return [
        Page.Line([.subject(launch.subject)]), Page.Line(ValueWords.cut(launch.date)),
        Page.Line(launch.briefing.map { ValueWords.cut($0) } ?? "none"),
        Page.Line(state + (launch.isChanged ? ", changed" : "")),
      ]
    }
    return Page.Section(
      name: "launches", title: "Launches ahead", count: rows.count,
      blocks: rows.isEmpty ? [] : [.table(Page.Table(columns: columns, rows: rows))])
  }

  private var people: Page.Section {
    let words = brief.people.map(TeamWords.people) ?? ""
    guard let team = brief.people, !words.isEmpty else {
      return Page.Section(name: "people", title: "People")
    }
    let entry = team.definition.entries(in: "members").first ?? team.definition.entries.first
    return section(
      "people", "Who joined and who left", [Page.Line([.text(words)], trace: pages.words.trace(entry))])
  }

  private var tools: Page.Section {
    let stories = pages.stories(of: brief.tools)
    return Page.Section(
      name: "tools", title: "Your tools", count: stories.count,
      blocks: stories.isEmpty ? [] : [.stories(stories)])
  }

  private var decisions: Page.Section {
    section("decisions", "Decided", brief.decisions.map { DecisionWords.line($0, pages.words) })
  }

  /// What else changed, by what it has to do with the team.
  private var concerns: [Page.Section] {
    Brief.Relation.allCases.map { relation in
      let stories = brief.concerns.filter { $0.relation == relation }.map { concern -> Page.Story in
        let shown = concern.entries.prefix(relation == .own ? 6 : 3).map { pages.words.inner($0) }
        let rest = concern.entries.count - shown.count
        let more = rest > 0 ? [Page.Line("and \(Counting.words(rest, "more change"))")] : []
        return Page.Story(
          subject: concern.subject, state: FieldPhrase.lowered(concern.subject.kindLabel), lines: shown + more
        )
      }
      return Page.Section(
        name: relation.rawValue, title: Self.title(relation), count: stories.count,
        blocks: stories.isEmpty ? [] : [.stories(stories)])
    }
  }

  private static func title(_ relation: Brief.Relation) -> String {
    switch relation {
    case .own: "What changed of yours"
    case .involved: "What changed where you take part"
    case .dependency: "What changed that yours depends on"
    }
  }
}
