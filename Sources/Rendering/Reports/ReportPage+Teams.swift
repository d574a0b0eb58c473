internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// Who came and went, and what changed hands.
  var teams: Page.Section {
    var blocks: [Page.Block] = []
    let people = report.teams.compactMap { team -> Page.Line? in
      let words = TeamWords.people(team)
      guard !words.isEmpty else { return nil }
      return Page.Line(
        [.subject(team.definition.subject), .text(": \(words)")],
        trace: self.words.trace(team.definition.entries(in: "members").first ?? team.definition.entries.first)
      )
    }
    if !people.isEmpty { blocks.append(.list(people)) }
    if !report.handovers.isEmpty {
      blocks += [.heading("Handed over"), .list(report.handovers.map(handover))]
    }
    return Page.Section(
      name: "teams", title: "Teams and hand-overs", count: people.count + report.handovers.count,
      blocks: blocks)
  }

  /// One line for each pair of people or teams.
  private func handover(_ handover: ChangeReport.Handover) -> Page.Line {
    let names = handover.entries.prefix(6).map { ValueWords.quoted($0.change.subject.title) }
    let rest = handover.entries.count - names.count
    let list = Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))
    return Page.Line(
      [
        .text("\(ValueWords.cut(handover.label)): "), .strong(ValueWords.cut(handover.from)), .text(" → "),
        .strong(ValueWords.cut(handover.to)), .text(" for \(list)"),
      ], trace: handover.entries.count == 1 ? words.trace(handover.entries[0]) : nil)
  }

  /// What is new for each team.
  var obligations: Page.Section {
    let stories = report.news.map { news in
      Page.Story(
        subject: news.team, state: Counting.words(news.obligations.count, "thing"),
        lines: TeamWords.lines(news.obligations))
    }
    return Page.Section(
      name: "obligations", title: "New for teams", count: stories.count,
      note:
        "Where a definition names a team and did not before. The command brief tells one team all that concerns it.",
      blocks: stories.isEmpty ? [] : [.stories(stories)])
  }
}

/// What concerns teams, in words.
enum TeamWords {
  /// `Ola Nordin joined; Ana Lee left`.
  static func people(_ team: TeamStory) -> String {
    var clauses: [String] = []
    if team.definition.before == nil { clauses.append("new team") }
    if team.definition.after == nil { clauses.append("gone") }
    if let state = StateWords.moved(team.definition), team.definition.before != nil,
      team.definition.after != nil
    {
      clauses.append(state)
    }
    func add(_ names: [String], _ verb: String) {
      guard !names.isEmpty else { return }
      let shown = names.prefix(8).map { ValueWords.cut($0) }
      let rest = names.count - shown.count
      clauses.append("\(Counting.list(shown + (rest > 0 ? ["\(rest) more"] : []))) \(verb)")
    }
    if team.definition.before != nil { add(team.joined, "joined") }
    if team.definition.after != nil { add(team.left, "left") }
    return clauses.joined(separator: "; ")
  }

  /// One line for each sort of obligation.
  static func lines(_ obligations: [Obligation]) -> [Page.Line] {
    var order: [String] = []
    var groups: [String: [Obligation]] = [:]
    for obligation in obligations {
      let key = verb(obligation)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(obligation)
    }
    return order.map { key in
      let group = groups[key] ?? []
      let names = group.prefix(6).map { obligation in
        ValueWords.quoted(obligation.subject.title)
          + (obligation.day.map { " on \(ValueWords.cut($0))" } ?? "")
      }
      let rest = group.count - names.count
      return Page.Line([
        .strong(key),
        .text(" " + Counting.list(names + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))),
      ])
    }
  }

  /// What to do with the definitions that follow.
  static func verb(_ obligation: Obligation) -> String {
    switch obligation.sort {
    case .follow: "To follow:"
    case .adopt: "To adopt:"
    case .lead: "To lead:"
    case .work: "To work on:"
    case .partner: "To take part in:"
    case .approve: "To approve:"
    case .contribute: "To contribute to:"
    case .stayInformed: "To know of:"
    case .beBriefed: "To be briefed for:"
    case .use: "To use:"
    case .research: "To research:"
    case .other:
      "\(FieldLabels.humanised(obligation.subject.kindLabel)), \(FieldPhrase.lowered(obligation.label)):"
    }
  }
}
