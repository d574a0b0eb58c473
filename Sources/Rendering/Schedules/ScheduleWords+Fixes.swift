internal import CivilDates
internal import Planning

extension ScheduleWords {
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
      "\(self.team(team)) is away, or has too few people, for \(title(initiative))"
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
    case .lowEffort(let other): "\(title(other)) takes no more than its low effort"
    }
  }

  /// What a tried fix would bring: `1 more person in Platform: ships Wed 18 Mar 2026, 9 working days earlier, …`.
  func sentence(_ fix: DateFix) -> String {
    let action = ValueWords.capitalised(sentence(fix.action))
    guard let end = fix.end else { return "\(action): it would have no dates." }
    var text = "\(action): ships \(DayWords.day(end)), "
    text += fix.gain == 0 ? "on the same day" : DayWords.moved(-fix.gain)
    if let isOnTime = fix.isOnTime { text += isOnTime ? ", in time" : ", still late" }
    if let first = fix.moves.first(where: { $0.days > 0 }) {
      text += "; \(title(first.initiative)) moves \(DayWords.moved(first.days))"
      let later = fix.moves.count { $0.days > 0 } - 1
      if later > 0 { text += ", and \(Counting.grouped(later)) more move later" }
    }
    let sooner = fix.moves.count { $0.days < 0 }
    if sooner > 0 { text += "; \(Counting.words(sooner, "other")) \(sooner == 1 ? "comes" : "come") earlier" }
    return text + "."
  }
}
