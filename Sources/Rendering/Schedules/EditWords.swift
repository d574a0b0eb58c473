internal import CivilDates
internal import Planning

/// What an edit is about, in words.
struct EditWords {
  private let comparison: ScheduleComparison
  private let before: ScheduleWords
  private let after: ScheduleWords

  init(_ comparison: ScheduleComparison) {
    self.comparison = comparison
    before = ScheduleWords(comparison.before)
    after = ScheduleWords(comparison.after)
  }

  /// Words for names that either side knows.
  func words(for initiative: String) -> ScheduleWords {
    comparison.after.model.facts.initiatives.contains { $0.id == initiative } ? after : before
  }

  /// `“Checkout” (checkout)`, `the team Search`, `What prodops.json says`.
  func name(_ edit: ScheduleComparison.Edit) -> String {
    switch edit {
    case .settings: "What prodops.json says"
    case .lock: "The order in schedule.lock.json"
    case .team(let id):
      "The team \(comparison.after.model.facts.teams[id] == nil ? before.team(id) : after.team(id))"
    case .initiative(let id): words(for: id).name(id)
    case .others(let count): "\(Counting.grouped(count)) more edits together"
    }
  }

  /// `checkout`, in a table.
  static func short(_ edit: ScheduleComparison.Edit) -> String {
    switch edit {
    case .settings: "prodops.json"
    case .lock: "schedule.lock.json"
    case .team(let id): "team \(ValueWords.cut(id))"
    case .initiative(let id): ValueWords.cut(id)
    case .others: "others"
    }
  }

  /// What was edited: `work 3 to 5 person-weeks`, `is new`; nothing where that is not told.
  func details(_ edit: ScheduleComparison.Edit) -> [String] {
    let (old, new) = (comparison.before.model.facts, comparison.after.model.facts)
    switch edit {
    case .settings: return SettingsWords.differences(old.settings, new.settings)
    case .others: return []
    case .lock:
      if old.lock == nil { return ["is new"] }
      return new.lock == nil ? ["is gone"] : []
    case .team(let id): return team(old.teams[id], new.teams[id])
    case .initiative(let id):
      return initiative(old.initiatives.first { $0.id == id }, new.initiatives.first { $0.id == id })
    }
  }

  private func team(_ old: TeamFacts?, _ new: TeamFacts?) -> [String] {
    guard let old else { return ["is new"] }
    guard let new else { return ["is gone"] }
    var words: [String] = []
    if old.members != new.members || !(old.capacity ?? []).elementsEqual(new.capacity ?? [], by: ==)
      || (old.capacity == nil) != (new.capacity == nil)
    {
      words.append("members or capacity")
    }
    if old.wipLimit != new.wipLimit {
      words.append("limit of work at once \(count(old.wipLimit)) to \(count(new.wipLimit))")
    }
    if old.timeOff != new.timeOff { words.append("time off") }
    if old.isDisbanded != new.isDisbanded { words.append(new.isDisbanded ? "disbanded" : "active again") }
    if words.isEmpty, old.title != new.title { words.append("title") }
    return words
  }

  private func count(_ number: Int?) -> String { number.map(String.init) ?? "none" }

  private func initiative(_ old: InitiativeFacts?, _ new: InitiativeFacts?) -> [String] {
    guard let old else { return ["is new"] }
    guard let new else { return ["is gone"] }
    var words: [String] = []
    if old.status != new.status {
      words.append("status \(ValueWords.cut(old.status)) to \(ValueWords.cut(new.status))")
    }
    if old.work != new.work || old.work.isEmpty && old.team != new.team { words.append(work(old, new)) }
    words += dependencies(old, new)
    if old.rank != new.rank { words.append("rank \(count(old.rank)) to \(count(new.rank))") }
    if old.start != new.start { words.append("start \(day(old.start)) to \(day(new.start))") }
    if old.notBefore != new.notBefore {
      words.append("earliest start \(day(old.notBefore)) to \(day(new.notBefore))")
    }
    let promises = (old.promise?.when, new.promise?.when)
    if promises.0 != promises.1 {
      words.append("promise \(last(promises.0)) to \(last(promises.1))")
    } else if old.milestones != new.milestones || old.target != new.target {
      words.append("milestones")
    }
    if old.progress != new.progress {
      words.append(
        new.progress.map { "\(DayWords.effort($0.remaining)) left as of \($0.asOf)" } ?? "progress")
    }
    if words.isEmpty { words.append("title or something else that moves no date") }
    return words
  }

  private func work(_ old: InitiativeFacts, _ new: InitiativeFacts) -> String {
    let sums = [old, new].map { $0.work.reduce(0) { $0 + $1.effort.likely } }
    guard sums[0] != sums[1] else { return "who works on it" }
    return "work \(DayWords.number(sums[0], places: 1)) to \(DayWords.weeks(sums[1]))"
  }

  private func dependencies(_ old: InitiativeFacts, _ new: InitiativeFacts) -> [String] {
    let (before, after) = (Set(old.dependencies.map(\.on)), Set(new.dependencies.map(\.on)))
    func list(_ ids: [String]) -> String {
      Counting.list(ScheduleWords.shortened(ids.map { ValueWords.cut($0) }, atMost: 3))
    }
    let added = new.dependencies.map(\.on).filter { !before.contains($0) }
    let gone = old.dependencies.map(\.on).filter { !after.contains($0) }
    var words: [String] = []
    if !added.isEmpty { words.append("waits for \(list(added))") }
    if !gone.isEmpty { words.append("waits no more for \(list(gone))") }
    if words.isEmpty, old.dependencies != new.dependencies { words.append("how it depends on others") }
    return words
  }

  private func day(_ when: When?) -> String {
    guard let when else { return "none" }
    return when.precision == .day ? when.first.description : "\(when.first) or later"
  }

  private func last(_ when: When?) -> String { when?.last.description ?? "none" }

  /// A title that either side knows.
  private func title(_ initiative: String) -> String { words(for: initiative).title(initiative) }

  /// `“Search” ships 5 working days later: it waits for “Checkout”`.
  func sentence(_ move: ScheduleComparison.Move, of edit: ScheduleComparison.Edit) -> String {
    let words = words(for: move.initiative)
    let moved = "ships \(DayWords.moved(move.days))"
    let subject = "\(title(move.initiative)) \(moved)"
    switch move.connection {
    case .own: return "it \(moved)"
    case .dependency(let path):
      let through = path.dropFirst().dropLast().map(title)
      let way =
        through.isEmpty ? "" : ", through \(Counting.list(ScheduleWords.shortened(through, atMost: 3)))"
      return "\(subject): it waits for \(path.first.map(title) ?? "it")\(way)"
    case .team(let team):
      let who = if case .team = edit { "it needs" } else { "both need" }
      return "\(subject): \(who) \(words.team(team))"
    case .next(let other, nil):
      return "\(subject): it waits for \(title(other)), which is placed otherwise"
    case .next(let other, let team?):
      return "\(subject): \(words.team(team)) is busy with \(title(other)), which is placed otherwise"
    case .others: return "\(subject), by way of others that move"
    case .everything: return subject
    }
  }

  /// `“Search” ships 5 working days after its promise`.
  func sentence(_ miss: ScheduleComparison.Miss, of edit: ScheduleComparison.Edit) -> String {
    let who = edit == .initiative(miss.initiative) ? "it" : title(miss.initiative)
    return "\(who) ships \(DayWords.working(miss.late)) after its promise"
  }

  /// `“Search” has no dates any more: it waits for one without dates, checkout`.
  func sentence(_ loss: ScheduleComparison.Loss, of edit: ScheduleComparison.Edit) -> String {
    let who = edit == .initiative(loss.initiative) ? "it" : title(loss.initiative)
    let why = loss.why.map { "it \(after.clause($0))" } ?? "something does not fit together"
    return "\(who) has no dates any more: \(why)"
  }
}
