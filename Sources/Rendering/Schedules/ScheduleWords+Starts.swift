internal import CivilDates
internal import Planning

extension ScheduleWords {
  /// The day on which something starts that is placed on `start`; of work under way the day on which it began, or `begun`.
  static func start(_ facts: InitiativeFacts, _ start: Day) -> String {
    guard facts.stage == .running else { return start.description }
    return facts.begun(by: start)?.description ?? "begun"
  }

  /// Why the shares of an item start when they do, each reason once.
  func starts(_ item: Int, _ shares: [PlanSchedule.PlacedShare]) -> [String] {
    let open = plan.openDependencies(of: item)
    var seen: Set<String> = []
    return shares.map { sentence($0.reason, days: $0.days, dependencies: open) }
      .filter { seen.insert($0).inserted }
  }

  /// Why a share starts on its day, in whole sentences.
  func sentence(_ reason: StartReason, days: Int, dependencies: Int) -> String {
    let who = reason.team.map(team) ?? "It"
    let starts = "\(who) starts on \(DayWords.day(reason.start))"
    switch reason.cause {
    case .today: return "\(starts), the first working day from today on: nothing keeps it waiting."
    case .running: return "It is under way: what is left goes on from \(DayWords.day(reason.start))."
    case .pinned(let stated):
      let kept = "a start on a day is kept whatever else is planned."
      if stated == reason.start { return "It starts on \(DayWords.day(stated)), as \"start\" says: \(kept)" }
      return
        "It starts on \(DayWords.day(reason.start)), the first working day from \(DayWords.day(stated)) on, "
        + "which \"start\" says: \(kept)"
    case .notBefore(let day):
      return "\(starts): it is not to start before \(DayWords.day(day)), as the definition says."
    case .afterFinished(let other, let lag, let ended):
      let when = " (ended \(DayWords.day(ended)))"
      return "\(starts): \(Self.after(title(other), .finishStart, lag, when: when))."
    case .dependency(let other, let bond, let lag):
      return "\(starts): \(dependency(other, bond, lag, dependencies))\(runnerUp(reason))"
    case .people(let team, let others, let needed, let free, let all):
      return "\(who) could start \(ready(reason)) if it had the people, and waits "
        + "\(DayWords.working(reason.waits)) for them, until \(DayWords.day(reason.start)): the work needs "
        + "\(DayWords.people(needed)), and of the \(DayWords.number(all, places: 2)) in \(self.team(team)) "
        + "\(Self.free(free)) free. \(busy(others, team, reason.start))\(tooShort(reason, days))"
    case .workInProgress(let team, let others, let limit):
      return "\(who) could start \(ready(reason)), and waits \(DayWords.working(reason.waits)), until "
        + "\(DayWords.day(reason.start)): \(self.team(team)) works on no more than \(limit) at once. "
        + "\(busy(others, team, reason.start))\(tooShort(reason, days))"
    case .team(let team, let needed, let all):
      return "\(starts): before that \(self.team(team)) has only \(DayWords.people(all)), and the work needs "
        + "\(DayWords.people(needed)) at once."
    case .timeOff(let team): return "\(starts): before that \(self.team(team)) is away."
    }
  }

  private static func free(_ people: Double) -> String {
    let number = DayWords.number(people, places: 2)
    return number == "0" ? "nobody is" : number == "1" ? "1 is" : "\(number) are"
  }

  /// When it could start: `on Wed 4 Mar 2026`, or `at once`.
  private func ready(_ reason: StartReason) -> String {
    plan.workingDay(before: reason.ready) == nil ? "at once" : "on \(DayWords.day(reason.ready))"
  }

  /// Who was placed before it and holds the people, each until its day.
  private func busy(_ others: [String], _ team: String, _ start: Day) -> String {
    let words = others.map { other in
      plan.holds(team, other, before: start).map { "\(title(other)) until \(DayWords.day($0))" }
        ?? title(other)
    }
    let list = Counting.list(Self.shortened(words, atMost: 4))
    return "Placed before it: \(list)."
  }

  private func tooShort(_ reason: StartReason, _ days: Int) -> String {
    guard let first = reason.tooShort.first else { return "" }
    let more = reason.tooShort.count > 1 ? ", and later ones too," : ""
    return " A gap from \(DayWords.day(first))\(more) is too short for its \(DayWords.working(days))."
  }

  private func dependency(
    _ other: String, _ bond: InitiativeFacts.Dependency.Bond, _ lag: Int, _ count: Int
  ) -> String {
    let dates = plan.model.position(of: other).flatMap(plan.dates)
    let day = bond == .startStart ? dates?.start : dates?.end
    let verb = bond == .startStart ? "starts" : "ends"
    let when = day.map { " (\(verb) \(DayWords.day($0)))" } ?? ""
    var text = Self.after(title(other), bond, lag, when: when)
    if count > 1 { text += ", the last of the \(count) that it waits for" }
    return text + "."
  }

  private func runnerUp(_ reason: StartReason) -> String {
    guard let next = reason.runnerUp else { return "" }
    if next.days <= 0 { return " \(title(next.on)) lets it start on the same day." }
    return " The next one, \(title(next.on)), would let it start \(DayWords.working(next.days)) earlier."
  }

  /// Why an item ends on its day, and ships on another where there is a freeze: a sentence each.
  func ends(_ item: Int) -> [String] {
    guard let dates = plan.dates(of: item), let end = plan.endReason(of: item) else { return [] }
    var sentences: [String] = []
    let placed = plan.placedShares(of: item)
    for share in placed {
      let who = team(share.share.team)
      sentences.append(
        "\(who) ends on \(DayWords.day(share.end)): \(effort(share, of: plan.model.items[item].facts))")
    }
    if placed.count > 1, let last = end.team {
      sentences.append("The share of \(team(last)) ends last.")
    }
    if end.team == nil { sentences.append("It takes no working time.") }
    if end.holidays > 0 {
      let verb = end.holidays == 1 ? "lies" : "lie"
      sentences.append(
        "\(Counting.words(end.holidays, "holiday")) \(verb) between and \(verb == "lies" ? "does" : "do") not count."
      )
    }
    sentences += lost(end)
    if let held = end.held {
      let when =
        plan.model.position(of: held.on).flatMap(plan.dates).map { " (\(DayWords.day($0.end)))" } ?? ""
      sentences.append(
        "Its work is done earlier, but it ends on \(DayWords.day(dates.end)): "
          + "\(Self.after(title(held.on), .finishFinish, held.lag, when: when)), as its dependency says.")
    }
    if let freeze = dates.freeze {
      sentences.append(
        "It ships on \(DayWords.day(dates.ships)): nothing ships \(DayWords.span(freeze.from, freeze.to)) "
          + "(\(ValueWords.cut(freeze.title))).")
    }
    return sentences
  }

  /// On how many days of the share that ends last nothing is done, or less than usual, and why.
  private func lost(_ end: EndReason) -> [String] {
    guard let id = end.team else { return [] }
    let team = team(id)
    func why(_ lost: EndReason.LostDays, _ away: String, _ short: String) -> String {
      lost.short == 0 ? away : lost.away == 0 ? short : "\(away), or \(short)"
    }
    var sentences: [String] = []
    if end.idle.days > 0 {
      sentences.append(
        "On \(DayWords.working(end.idle.days)) \(team) does nothing: "
          + "\(why(end.idle, "everybody is away", "the team has nobody")).")
    }
    if end.slow.days > 0 {
      sentences.append(
        "On \(DayWords.working(end.slow.days)) \(team) gets less done than usual: "
          + "\(why(end.slow, "people are away", "the team has fewer people than the work needs")).")
    }
    return sentences
  }

  /// What gives an item its place in the order.
  func place(_ item: Int) -> String {
    let count = plan.model.items.count
    let turn = plan.turns[item]
    var text = turn > 0 ? "Number \(turn) of \(count) in the order: " : "Not placed; its place would come "
    if plan.isUnderWay(item) {
      text += "under way, and what is under way or pinned is placed first"
    } else if plan.isPinned(item) {
      text += "pinned by its \"start\", and what is under way or pinned is placed first"
    } else {
      text += cause(plan.model.items[item].placedBy)
      var before: [String] = []
      if plan.hasFixed { before.append("after what is under way or pinned") }
      if plan.openDependencies(of: item) > 0 { before.append("after what it waits for") }
      if turn > 0, !before.isEmpty { text += ", \(Counting.list(before))" }
    }
    if let urgent = plan.pulledBy(item) {
      text += ". \(title(plan.model.items[urgent].facts.id)) waits for it and pulls it forward"
    }
    guard let turns = plan.dividedTurns(of: item) else {
      return text + ". Nothing that comes after it in the order ever delays it."
    }
    let shares = turns.map { "that of \(team($0.team)) is number \($0.turn)" }
    return text + ". Its teams' shares have places of their own among \(plan.shareCount): "
      + "\(Counting.list(Self.shortened(shares, atMost: 6))). Nothing that comes after a share ever delays that share."
  }

  private func cause(_ place: PlanModel.PlacedBy) -> String {
    switch place {
    case .lock: "as schedule.lock.json has it"
    case .rank(let rank): "by its rank (\(rank))"
    case .latestFinish:
      "by the latest day on which it may end for its promise and for those that wait for it"
    case .id: "by those that wait for it, or else by its id, as it has neither rank nor promise"
    }
  }
}
