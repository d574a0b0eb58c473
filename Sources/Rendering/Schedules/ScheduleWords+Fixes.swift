internal import CivilDates
internal import Planning

extension ScheduleWords {
  /// What the days of a link go into, with those of them on which nobody is there.
  func sentence(_ link: ChainLink) -> String {
    let idle =
      link.idle > 0 ? "; on \(Counting.grouped(link.idle)) of these days nobody of the team is there" : ""
    return sentence(link.content) + idle
  }

  /// What the days of a link go into.
  func sentence(_ content: ChainLink.Content) -> String {
    switch content {
    case .work(let initiative, let team): "\(self.team(team)) works on \(title(initiative))"
    case .lag(let initiative, let other, let bond):
      "\(title(initiative)) waits, as its dependency says, after the "
        + "\(bond == .startStart ? "start" : "end") of \(title(other))"
    case .notBefore(let initiative): "\(title(initiative)) is not to start earlier"
    case .pinned(let initiative): "the start of \(title(initiative)) is pinned"
    case .away(let initiative, let team):
      "\(self.team(team)) is away, so that \(title(initiative)) cannot start"
    case .short(let initiative, let team):
      "\(self.team(team)) has fewer people than \(title(initiative)) needs"
    case .idle(let initiative, let team): "nobody of \(self.team(team)) is there for \(title(initiative))"
    }
  }

  /// What would be done.
  func sentence(_ action: DateFix.Action) -> String {
    switch action {
    case .goBefore(let other): "placed before \(title(other))"
    case .person(let team): "1 more person in \(self.team(team))"
    case .raiseLimit(let team): "\(self.team(team)) works on 1 more at once"
    case .helper(let team): "1 more person of \(self.team(team)) on it"
    case .dropDependency(let other): "not waiting for \(title(other))"
    case .startWhenPossible: "starting as soon as it can"
    case .lowEffort(let other):
      "\(title(other)) takes no more than its low effort\(lowEffort(of: other).map { " (\($0))" } ?? "")"
    }
  }

  /// What a tried fix would bring: `1 more person in Platform: ships Wed 18 Mar 2026, 9 working days earlier, …`.
  func sentence(_ fix: DateFix) -> String {
    var text = ValueWords.capitalised(sentence(fix.action)) + ": "
    guard let end = fix.end else { return text + "worse, it would have no dates." }
    if fix.effect == .nothing { return text + "changes nothing." }
    text += "\(fix.effect == .later ? "worse, " : "")ships \(DayWords.day(end)), "
    text += fix.gain == 0 ? "on the same day" : DayWords.moved(-fix.gain)
    switch (fix.isOnTime, fix.gain > 0) {
    case (true?, true): text += ", in time"
    case (true?, false): text += ", still in time"
    case (false?, true): text += ", still late"
    case (false?, false): text += ", then late"
    case (nil, _): break
    }
    if let first = fix.moves.first(where: { $0.days > 0 }) {
      text += "; \(title(first.initiative)) moves \(DayWords.moved(first.days))"
      let later = fix.moves.count { $0.days > 0 } - 1
      if later > 0 { text += ", and \(Counting.grouped(later)) more \(later == 1 ? "moves" : "move") later" }
    }
    if !fix.lost.isEmpty {
      text += "; \(titles(fix.lost, atMost: 3)) would have no dates any more"
    }
    let sooner = fix.moves.count { $0.days < 0 }
    if sooner > 0 { text += "; \(Counting.words(sooner, "other")) \(sooner == 1 ? "comes" : "come") earlier" }
    return text + "."
  }

  /// What was tried, what brings most first, then what moves others only, what does harm, and what changes nothing.
  ///
  /// Of each but the last at most `limit` are told in full.
  func sentences(_ fixes: [DateFix], atMost limit: Int) -> [String] {
    func told(_ fixes: [DateFix], _ rest: String) -> [String] {
      let left = fixes.count - limit
      return fixes.prefix(limit).map { sentence($0) }
        + (left > 0 ? ["\(Counting.words(left, "more thing")) \(rest)."] : [])
    }
    var lines = told(fixes.filter { $0.effect == .earlier }, "would bring less")
    lines += told(fixes.filter { $0.effect == .othersOnly }, "would move others only")
    lines += told(fixes.filter { $0.effect == .later || $0.effect == .noDate }, "would make it worse")
    let idle = fixes.filter { $0.effect == .nothing }.map { sentence($0.action) }
    if !idle.isEmpty {
      lines.append("These would change nothing: \(Self.shortened(idle, atMost: 8).joined(separator: "; ")).")
    }
    return lines
  }
}
