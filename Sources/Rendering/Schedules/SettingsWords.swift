internal import CivilDates
internal import Planning

/// What differs between two sides' settings of schedules, in words.
enum SettingsWords {
  /// `focus 80 % to 70 %`, `a new freeze from … to …`: what decides dates first.
  static func differences(_ old: PlanSettings, _ new: PlanSettings) -> [String] {
    var words: [String] = []
    func add<Value: Equatable>(
      _ name: String, _ field: KeyPath<PlanSettings, Value>, _ text: (Value) -> String
    ) {
      let (was, now) = (old[keyPath: field], new[keyPath: field])
      if was != now { words.append("\(name) \(text(was)) to \(text(now))") }
    }
    func count(_ value: Int) -> String { Counting.grouped(value) }
    func share(_ value: Double) -> String { "\(DayWords.number(value * 100, places: 1)) %" }
    add("focus", \.focus, share)
    add("working days", \.calendar.weekdays) { Counting.list($0.sorted().map(DayWords.weekday)) }
    words += listed(
      old.calendar.holidays.sorted(), new.calendar.holidays.sorted(), "holiday", "holidays", DayWords.day)
    words += listed(old.freezes, new.freezes, "freeze", "freezes", freeze)
    add("default effort", \.effort) { $0.map(DayWords.effort) ?? "none" }
    add("default people", \.people) { $0.map(DayWords.decimal) ?? "none" }
    add("default limit of work at once", \.wipLimit) { $0.map(String.init) ?? "none" }
    add("days that the schedule looks ahead", \.horizonDays, count)
    add("days in which an optimised schedule moves nothing", \.frozenDays, count)
    add("schedules that an optimiser tries", \.budget, count)
    add("futures that a forecast plays through", \.simulations, count)
    add("shared part of uncertainty", \.correlation.shared, DayWords.decimal)
    add("part of uncertainty that a team shares", \.correlation.team, DayWords.decimal)
    add("seed of random numbers", \.seed, String.init)
    return words
  }

  /// What came to a list and what went from it: named where it is one, else counted.
  private static func listed<Value: Equatable>(
    _ old: [Value], _ new: [Value], _ one: String, _ many: String, _ text: (Value) -> String
  ) -> [String] {
    let (came, went) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    if came.isEmpty, went.isEmpty { return old == new ? [] : ["the order of \(many)"] }
    var words: [String] = []
    if came.count == 1 { words.append("new \(one) \(text(came[0]))") }
    if came.count > 1 { words.append("\(Counting.grouped(came.count)) new \(many)") }
    if went.count == 1 { words.append("\(one) \(text(went[0])) gone") }
    if went.count > 1 { words.append("\(Counting.grouped(went.count)) \(many) gone") }
    return words
  }

  private static func freeze(_ freeze: PlanSettings.Freeze) -> String {
    let list = Counting.list(ScheduleWords.shortened(freeze.teams.map { ValueWords.cut($0) }, atMost: 3))
    let teams = freeze.teams.isEmpty ? "" : " for \(list)"
    return "\(DayWords.span(freeze.from, freeze.to)) (\(ValueWords.cut(freeze.title)))\(teams)"
  }
}
