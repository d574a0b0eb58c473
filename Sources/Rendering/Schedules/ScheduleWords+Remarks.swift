internal import CivilDates
internal import Planning

extension ScheduleWords {
  /// What was taken for granted, in a sentence with what to do.
  func sentence(_ remark: PlanModel.Remark) -> String {
    switch remark {
    case .assumedEffort(let initiative, _, .settings):
      return
        "\(name(initiative)) names no work: the effort of schedule.effort in prodops.json is reckoned with."
    case .assumedEffort(let initiative, let team, .record(let count)):
      return "\(name(initiative)) names no work: what \(Counting.words(count, "finished initiative")) of "
        + "\(self.team(team)) took is reckoned with."
    case .assumedEffort(let initiative, _, .stated): return "\(name(initiative)) states its effort."
    case .assumedPeople(let initiative, let team, let people):
      return "\(name(initiative)) does not say how many people of \(self.team(team)) work on it: "
        + "\(DayWords.people(people)) \(people == 1 ? "is" : "are") reckoned with."
    case .unknownCapacity(let team):
      return "\(self.team(team)) names neither members nor capacity: it has as many people as are asked for."
    case .unknownTeam(let initiative, let team):
      return
        "\(name(initiative)) needs \(team.isEmpty ? "a team that is not named" : "the team '\(ValueWords.cut(team))', which is not there"): "
        + "as many people as it asks for are reckoned with."
    case .startPassed(let initiative, let start):
      return
        "\(name(initiative)) should have started by \(DayWords.day(start.last)), and its status does not "
        + "say that it has: it is planned from today on."
    case .startAhead(let initiative, let start):
      return
        "\(name(initiative)) is under way, although its \"start\" has not come yet (\(DayWords.day(start))): "
        + "\(progress(of: initiative) == nil ? "its whole work is reckoned with from today on" : "it goes on from today all the same")."
    case .progressAhead(let initiative, let asOf):
      return
        "\(name(initiative)): what is left is stated as of a day that has not come yet (\(DayWords.day(asOf))), and is "
        + "reckoned with from today on."
    case .effortSpent(let initiative, let team):
      return spent(initiative, team)
    case .noProgress(let initiative):
      return
        "\(name(initiative)) is under way, and neither \"start\" nor \"progress\" tells how far: its whole "
        + "work is reckoned with."
    case .oldProgress(let initiative, let asOf):
      return
        "\(name(initiative)): what is left to do was said on \(DayWords.day(asOf)), more than a month ago."
    case .runsBefore(let initiative, let other):
      return
        "\(name(initiative)) is under way, although \(name(other)), which it depends on, has not come that far: "
        + "it goes on without waiting."
    case .dependsOnDropped(let initiative, let other):
      return "\(name(initiative)) depends on \(name(other)), which was given up and is not waited for."
    case .dependsOnUnknown(let initiative, let other):
      return
        "\(name(initiative)) depends on '\(ValueWords.cut(other))', which no initiative is called and which is not "
        + "waited for."
    case .lostOrder: return Self.lostOrder()
    case .notInLock(let initiative):
      return
        "\(name(initiative)) is not in schedule.lock.json yet: it comes after the last one there that is at "
        + "least as important, or first where there is none."
    case .shareNotInLock(let initiative, let team):
      return
        "\(name(initiative)): the share of \(self.team(team)) is not in schedule.lock.json yet: it comes right after the "
        + "others that stand there."
    case .unknownInLock(let entry):
      let initiative = entry.firstIndex(of: "/").flatMap { plan.model.position(of: String(entry[..<$0])) }
      return initiative != nil
        ? "schedule.lock.json names '\(ValueWords.cut(entry))', but the initiative has no such share."
        : "schedule.lock.json names '\(ValueWords.cut(entry))', which no open initiative is called."
    }
  }

  /// That the committed order, in the state named `side` where there are two, has no effect.
  static func lostOrder(in side: String? = nil) -> String {
    "schedule.lock.json cannot be read\(side.map { " in \($0)" } ?? ""), so that the order\(side == nil ? "" : " there") is "
      + "that of ranks and target dates; 'prodops lint' tells why."
  }

  /// What was taken for granted, the same of many in one sentence.
  func sentences(_ remarks: [PlanModel.Remark]) -> [String] {
    var groups: [(kind: String, remarks: [PlanModel.Remark])] = []
    var places: [String: Int] = [:]
    for remark in remarks {
      let kind = kind(remark)
      let place = places[kind] ?? groups.count
      if place == groups.count { groups.append((kind, [])) }
      places[kind] = place
      groups[place].remarks.append(remark)
    }
    return groups.flatMap { group in
      group.remarks.count > 2 ? [together(group.remarks[0], group.remarks)] : group.remarks.map(sentence)
    }
  }

  /// What can be told together: used up efforts apart from used up rests of them.
  private func kind(_ remark: PlanModel.Remark) -> String {
    guard case .effortSpent(let initiative, _) = remark, progress(of: initiative) != nil else {
      return remark.code
    }
    return remark.code + "/progress"
  }

  /// The same of many, named as far as that helps.
  private func together(_ first: PlanModel.Remark, _ remarks: [PlanModel.Remark]) -> String {
    var seen: Set<String> = []
    let ids = remarks.compactMap(\.initiative).filter { seen.insert($0).inserted }
    let many = Counting.words(ids.count, "initiative")
    let list = Counting.list(Self.shortened(ids.map { ValueWords.cut($0) }, atMost: 5))
    switch first {
    case .assumedEffort: return "\(many) name no work, and an effort is assumed: \(list)."
    case .assumedPeople:
      return "\(many) do not say how many people work on them, and a number is assumed: \(list)."
    case .unknownCapacity:
      let teams = remarks.compactMap(\.team).map(team)
      return
        "\(teams.count) teams name neither members nor capacity, and have as many people as are asked for: "
        + "\(Counting.list(Self.shortened(teams, atMost: 5)))."
    case .unknownTeam: return "\(many) need teams that are not there: \(list)."
    case .startPassed:
      return
        "\(many) should have started, and their status does not say that they have: \(list). They are planned "
        + "from today on."
    case .startAhead:
      return
        "\(many) are under way, although their \"start\" has not come yet: \(list). They go on from today."
    case .progressAhead:
      return
        "Of \(many) what is left is stated as of days that have not come yet, and is reckoned with from today on: \(list)."
    case .effortSpent(let initiative, _) where progress(of: initiative) != nil:
      return
        "On \(many) a team has worked for as long as its part of what \"progress\" says was left takes: \(list). "
        + "What is left is guessed from the spread of the estimates; a newer \"progress\" would tell."
    case .effortSpent:
      return
        "On \(many) a team has worked for as long as its share was reckoned to take: \(list). What is left is "
        + "guessed from the spread of the estimates; \"progress\" would tell."
    case .noProgress:
      return
        "\(many) are under way, and neither \"start\" nor \"progress\" tells how far: \(list). Their whole "
        + "work is reckoned with."
    case .oldProgress: return "Of \(many) what is left was said more than a month ago: \(list)."
    case .runsBefore:
      return "\(many) are under way, although what they depend on has not come that far: \(list). They go on "
        + "without waiting."
    case .dependsOnDropped:
      return "\(many) depend on others that were given up, and do not wait for them: \(list)."
    case .dependsOnUnknown:
      return "\(many) depend on ids that no initiative has, and do not wait for them: \(list)."
    case .lostOrder: return Self.lostOrder()
    case .notInLock:
      return
        "\(many) are not in schedule.lock.json yet: \(list). Each comes after the last one there that is at "
        + "least as important, or first where there is none."
    case .shareNotInLock:
      return
        "Of \(many) single shares are not in schedule.lock.json yet: \(list). They come right after the others that "
        + "stand there."
    case .unknownInLock:
      let entries = remarks.compactMap {
        if case .unknownInLock(let entry) = $0 { ValueWords.cut(entry) } else { nil }
      }
      return "schedule.lock.json names \(entries.count) initiatives or shares that are not open: "
        + "\(Counting.list(Self.shortened(entries, atMost: 5)))."
    }
  }
}
