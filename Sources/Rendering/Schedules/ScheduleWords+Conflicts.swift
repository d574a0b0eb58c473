internal import CivilDates
internal import Planning

extension ScheduleWords {
  /// What does not fit together, in a sentence.
  func sentence(_ conflict: PlanSchedule.Conflict) -> String {
    switch conflict {
    case .overload(let team, let from, let to, let people, let there, let initiatives):
      return "\(self.team(team)) has \(DayWords.people(there)) \(DayWords.span(from, to)), and "
        + "\(DayWords.number(people, places: 2)) are needed: \(names(initiatives)) are under way or pinned at once."
    case .aboveLimit(let team, let from, let to, let limit, let initiatives):
      return "\(self.team(team)) works on no more than \(limit) at once, and \(DayWords.span(from, to)) "
        + "\(initiatives.count) are under way or pinned: \(names(initiatives))."
    case .pinnedTooEarly(let initiative, let start, let others, let way):
      let day = way.unpinned.map { " Without the pin it would start on \(DayWords.day($0))." } ?? ""
      return
        "\(name(initiative)) is pinned to \(DayWords.day(start)), but waits for \(names(others)), which "
        + "\(others.count == 1 ? "comes" : "come") later.\(day)"
    case .pinnedBeforeEarliest(let initiative, let start, let earliest):
      return "\(name(initiative)) is pinned to \(DayWords.day(start)) by \"start\", but \"notBefore\" says "
        + "\(DayWords.day(earliest.first)): the pinned day is kept."
    case .startsAfterStated(let initiative, let stated, let start):
      return "\(name(initiative)) says that it starts by \(DayWords.day(stated.last)), and cannot before "
        + "\(DayWords.day(start))."
    case .cycle(let initiatives) where initiatives.count == 1:
      return "\(names(initiatives)) waits for itself, so that it can never begin."
    case .cycle(let initiatives):
      return
        "\(names(initiatives, atMost: 6)) wait for each other in a circle: \(circle(initiatives)). None of "
        + "them can begin."
    case .understaffed(let initiative, let team, let needed, let most):
      if let why = missing(team, most) {
        return "\(name(initiative)) needs \(DayWords.people(needed)) of \(self.team(team)), \(why)."
      }
      return "\(name(initiative)) needs \(DayWords.people(needed)) of \(self.team(team)) at once, which has "
        + "\(DayWords.people(most)) at most."
    case .beyondHorizon(let initiative, let last):
      if let (field, day) = startBeyond(initiative, last) {
        return
          "\(name(initiative)) is not to start before \(DayWords.day(day)), as \"\(field)\" says, and the "
          + "schedule looks ahead up to \(DayWords.day(last))."
      }
      return "\(name(initiative)) does not fit into the days that the schedule looks ahead, up to "
        + "\(DayWords.day(last))."
    case .waits(let initiative, let other):
      return "\(name(initiative)) waits for \(name(other)), which has no dates."
    }
  }

  /// What to do about it.
  func remedy(_ conflict: PlanSchedule.Conflict) -> String {
    switch conflict {
    case .overload:
      return "Pause one of them, let fewer people work on one (\"people\" in its work), or say what is left "
        + "(\"progress\")."
    case .aboveLimit: return "Pause one of them, or raise the team's \"wipLimit\"."
    case .pinnedTooEarly(_, _, let others, let way):
      let list = Counting.list(Self.shortened(others.map { ValueWords.cut($0) }, atMost: 4))
      let day = way.pinned.map { "set it to \($0)" } ?? "set it to a later day"
      return "Take \"start\" out, or \(day), or take \(list) out of \"dependsOn\"."
    case .startsAfterStated(let initiative, _, _):
      return "'prodops explain initiative:\(ValueWords.cut(initiative))' tells what it waits for; correct "
        + "\"start\", or make room."
    case .pinnedBeforeEarliest: return "Move \"start\", or take \"notBefore\" out."
    case .cycle(let initiatives):
      return initiatives.count == 1
        ? "Take it out of its own \"dependsOn\"." : "Take one of these out of \"dependsOn\"."
    case .understaffed(_, let team, _, let most):
      if missing(team, most) != nil {
        return plan.model.facts.teams[team]?.isDisbanded ?? false
          ? "Give the work to another team, or correct the team's \"status\"."
          : "Give the work to another team, or say who is in this one (\"members\" or \"capacity\")."
      }
      return "Lower \"people\" in its work for that team, or give the team more members or capacity."
    case .beyondHorizon(let initiative, let last):
      if let (field, _) = startBeyond(initiative, last) {
        return "Move \"\(field)\" forward, or let schedule.horizonDays in prodops.json look further ahead."
      }
      return
        "Cut its work, give it more people, or let schedule.horizonDays in prodops.json look further ahead."
    case .waits(_, let other):
      return "'prodops explain initiative:\(ValueWords.cut(other))' tells why that one has none."
    }
  }

  /// Why a team has nobody at all; nil where it has somebody.
  private func missing(_ team: String, _ most: Double) -> String? {
    if plan.model.facts.teams[team]?.isDisbanded ?? false { return "which is disbanded" }
    return most > 0 ? nil : "which has nobody"
  }

  /// The field that lets an initiative start only after the last day of the schedule, with its day.
  private func startBeyond(_ initiative: String, _ last: Day) -> (field: String, day: Day)? {
    guard let facts = plan.facts(of: initiative) else { return nil }
    let stated = [("start", facts.start?.first), ("notBefore", facts.notBefore?.first)]
    return stated.compactMap { field, day in day.map { (field, $0) } }.first { $0.1 >= last }
  }

  private func circle(_ initiatives: [String]) -> String {
    guard let first = initiatives.first else { return "" }
    let ids = (initiatives.count > 12 ? initiatives.prefix(11) + ["…"] : initiatives[...]) + [first]
    return ids.map { ValueWords.cut($0) }.joined(separator: " waits for ")
  }

  /// Why an initiative has no place, as something said of it: `is finished`.
  func clause(_ why: PlanModel.LeftOut) -> String {
    switch why {
    case .done: "is finished"
    case .dropped: "was given up"
    case .paused: "is paused"
    case .noEffort: "says nothing about its work"
    case .waits(let other): "waits for \(title(other)), which has no place either"
    }
  }

  /// What to do so that it gets dates; nil where there is nothing to do.
  func remedy(_ why: PlanModel.LeftOut, _ facts: InitiativeFacts) -> String? {
    switch why {
    case .done, .dropped: return nil
    case .paused: return "It gets dates as soon as its status says that it goes on."
    case .noEffort:
      let work = "Add \"work\": which team, and how many person-weeks"
      return facts.stage == .tentative
        ? "\(work). Of ideas and candidates nothing is assumed."
        : "\(work); or set schedule.effort in prodops.json, which holds for all that name none."
    case .waits(let other):
      return
        "'prodops explain initiative:\(ValueWords.cut(other))' tells what is missing there; or take it out "
        + "of \"dependsOn\"."
    }
  }

  /// What has no place, a line for each reason: named where they are few, finished and dropped ones only counted.
  func leftOut(_ list: [(facts: InitiativeFacts, why: PlanModel.LeftOut)]) -> [String] {
    func ids(_ isMeant: (PlanModel.LeftOut) -> Bool) -> [String] {
      list.filter { isMeant($0.why) }.map(\.facts.id)
    }
    func line(_ ids: [String], _ one: String, _ many: String) -> [String] {
      ids.isEmpty ? [] : ["\(Counting.grouped(ids.count)) \(ids.count == 1 ? one : many): \(names(ids))."]
    }
    let (done, dropped) = (ids { $0 == .done }.count, ids { $0 == .dropped }.count)
    var counts: [String] = []
    if done > 0 { counts.append("\(Counting.grouped(done)) finished") }
    if dropped > 0 { counts.append("\(Counting.grouped(dropped)) given up") }
    let waiting = ids { if case .waits = $0 { true } else { false } }
    let both = counts.isEmpty ? [] : ["\(Counting.list(counts))."]
    return line(ids { $0 == .noEffort }, "says nothing about its work", "say nothing about their work")
      + line(ids { $0 == .paused }, "is paused", "are paused")
      + line(waiting, "waits for one that has no place", "wait for one that has no place") + both
  }
}
