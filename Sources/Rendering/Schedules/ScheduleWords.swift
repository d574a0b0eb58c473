internal import CivilDates
internal import Planning

/// A schedule's reasons in words: names of what the data name by ids, and the sentences made with them.
///
/// Nothing is escaped here; texts of strangers are cut where they are long.
struct ScheduleWords {
  let plan: PlanSchedule
  private let titles: [String: String]

  init(_ plan: PlanSchedule) {
    self.plan = plan
    titles = Dictionary(plan.model.facts.initiatives.map { ($0.id, $0.title) }) { first, _ in first }
  }

  /// `“Search v3”`.
  func title(_ initiative: String) -> String { ValueWords.quoted(titles[initiative] ?? initiative) }

  /// `“Search v3” (search-v3)`: where somebody has to find it.
  func name(_ initiative: String) -> String {
    let id = ValueWords.cut(initiative)
    return titles[initiative].map { $0 == initiative ? id : "\(ValueWords.quoted($0)) (\(id))" } ?? id
  }

  /// A team by its title.
  func team(_ id: String) -> String {
    if id.isEmpty { return "the team" }
    return ValueWords.cut(plan.model.facts.teams[id]?.title ?? id)
  }

  /// Titles in a list, the last of many counted.
  func titles(_ initiatives: [String], atMost limit: Int = 4) -> String {
    Counting.list(Self.shortened(initiatives.map(title), atMost: limit))
  }

  /// Names in a list, the last of many counted.
  func names(_ initiatives: [String], atMost limit: Int = 4) -> String {
    Counting.list(Self.shortened(initiatives.map(name), atMost: limit))
  }

  static func shortened(_ words: [String], atMost limit: Int) -> [String] {
    words.count > limit
      ? words.prefix(limit - 1) + ["\(Counting.grouped(words.count - limit + 1)) more"] : words
  }

  // MARK: Clauses

  /// Why a share starts then, in a clause that fits into a table: `after search-v3`.
  func clause(_ reason: StartReason) -> String {
    switch reason.cause {
    case .today: "at once"
    case .running: "under way"
    case .pinned: "pinned"
    case .notBefore: "not to start earlier"
    case .afterFinished(let other, let lag, _): Self.after(ValueWords.cut(other), .finishStart, lag)
    case .dependency(let other, let bond, let lag):
      Self.after(ValueWords.cut(other), bond, lag)
    case .people(let team, let others, _, _, _):
      "\(self.team(team)) busy with \(held(by: others, team, reason.start))"
    case .workInProgress(let team, let others, let limit):
      "\(self.team(team)) at its limit of \(limit) with \(held(by: others, team, reason.start))"
    case .team(let team, _, _): "\(self.team(team)) has too few people before"
    case .timeOff(let team): "\(self.team(team)) away before"
    }
  }

  /// `after a`, `once a has started`, `overlapping the last 3 working days of a`; `when` is told beside the name.
  ///
  /// Days between an end and a start are whole days in between: the first day after an end is none of them.
  static func after(
    _ name: String, _ bond: InitiativeFacts.Dependency.Bond, _ lag: Int, when: String = ""
  ) -> String {
    let days = DayWords.working(lag)
    switch bond {
    case .finishStart:
      if lag == 0 { return "after \(name)\(when)" }
      if lag > 0 { return "after \(name)\(when), with \(days) in between" }
      return "overlapping the last \(lag == -1 ? "working day" : days) of \(name)\(when)"
    case .startStart:
      if lag == 0 { return "once \(name) has started\(when)" }
      return "\(days) \(lag > 0 ? "after" : "before") the start of \(name)\(when)"
    case .finishFinish:
      if lag == 0 { return "not before the end of \(name)\(when)" }
      return "\(days) \(lag > 0 ? "after" : "before") the end of \(name)\(when)"
    }
  }

  /// `checkout-v2 until 2026-03-14, and with search-v3`: those that let it start, with the day, and those that go on.
  private func held(by others: [String], _ team: String, _ start: Day) -> String {
    guard let last = plan.workingDay(before: start) else { return ids(others) }
    let goOn = others.filter { plan.holds(team, $0, before: start).map { $0 > last } ?? false }
    let free = others.filter { !goOn.contains($0) }
    if free.isEmpty { return ids(goOn) }
    return "\(ids(free)) until \(last)\(goOn.isEmpty ? "" : ", and with \(ids(goOn))")"
  }

  private func ids(_ initiatives: [String]) -> String {
    Counting.list(Self.shortened(initiatives.map { ValueWords.cut($0) }, atMost: 2))
  }
}
