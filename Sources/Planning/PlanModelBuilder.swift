internal import CivilDates
internal import Forecasting
internal import Scheduling

/// Makes the scheduling problem of a plan's facts, step by step.
struct PlanModelBuilder {
  let facts: PlanFacts
  let asOf: Day
  let days: WorkingDays
  let records: TeamRecords
  var items: [PlanModel.Item] = []
  var leftOut: [(facts: InitiativeFacts, why: PlanModel.LeftOut)] = []
  var activities: [Activity] = []
  var resources: [(resource: Resource, meaning: PlanModel.ResourceMeaning)] = []
  var paces: [Pace] = []
  var deliveries: [Delivery] = []
  var remarks: [PlanModel.Remark] = []
  private var teams: [String: TeamResources] = [:]
  private var paceOf: [PaceKey: Int?] = [:]
  private var deliveryOf: [[Int]: Int] = [:]

  /// A team's resources by their positions.
  private struct TeamResources {
    var people: Int?
    var wip: Int?
    var capacity: StepFunction?
    var availability: TeamCalendar
  }

  private struct PaceKey: Hashable {
    let team: String
    let units: Int
  }

  init(_ facts: PlanFacts, asOf: Day) {
    self.facts = facts
    self.asOf = asOf
    records = TeamRecords(facts, asOf: asOf)
    days = WorkingDays(facts.settings.calendar, from: asOf, to: asOf.advanced(by: facts.settings.horizonDays))
  }

  mutating func build() {
    if facts.isOrderLost { remarks.append(.lostOrder) }
    let open = chosen()
    var positions: [String: Int] = [:]
    for (position, initiative) in open.enumerated() { positions[initiative.id] = position }
    let known = Dictionary(facts.initiatives.map { ($0.id, $0) }) { first, _ in first }
    for initiative in open {
      let shares = shares(of: initiative)
      var earliestBy: PlanModel.EarliestBy?
      activities.append(activity(initiative, shares, positions, known, &earliestBy))
      items.append(
        PlanModel.Item(
          facts: initiative, shares: shares, due: initiative.promise?.when, earliestBy: earliestBy))
    }
  }

  /// The initiatives that are placed; the others are noted with the reason.
  private mutating func chosen() -> [InitiativeFacts] {
    var why: [String: PlanModel.LeftOut] = [:]
    var dependents: [String: [String]] = [:]
    for initiative in facts.initiatives {
      why[initiative.id] =
        switch initiative.stage {
        case .done: .done
        case .dropped: .dropped
        case .paused: .paused
        case .tentative where initiative.work.isEmpty: .noEffort
        default: initiative.work.isEmpty && assumedEffort(of: initiative) == nil ? .noEffort : nil
        }
      for dependency in initiative.dependencies {
        dependents[dependency.on, default: []].append(initiative.id)
      }
    }
    // What waits for one without a place has none either; what runs already does not wait any more.
    let running = Set(facts.initiatives.filter { $0.stage == .running }.map(\.id))
    var queue = facts.initiatives.filter { why[$0.id] == .paused || why[$0.id] == .noEffort }.map(\.id)
    var next = 0
    while next < queue.count {
      for follower in dependents[queue[next]] ?? []
      where why[follower] == nil && !running.contains(follower) {
        why[follower] = .waits(for: queue[next])
        queue.append(follower)
      }
      next += 1
    }
    var open: [InitiativeFacts] = []
    for initiative in facts.initiatives {
      if let why = why[initiative.id] { leftOut.append((initiative, why)) } else { open.append(initiative) }
    }
    return open
  }

  /// The effort of an initiative that states none: what its team's finished ones took, or the repository's default.
  private func assumedEffort(
    of initiative: InitiativeFacts
  ) -> (effort: Effort, source: PlanModel.EffortSource)? {
    if let team = initiative.team, let record = records.effort(of: team) {
      return (record.effort, .record(record.items))
    }
    return facts.settings.effort.map { ($0, .settings) }
  }

  private mutating func shares(of initiative: InitiativeFacts) -> [PlanModel.Share] {
    var work = initiative.work
    var source = PlanModel.EffortSource.stated
    if work.isEmpty, let assumed = assumedEffort(of: initiative) {
      source = assumed.source
      let team = initiative.team ?? ""
      work = [InitiativeFacts.Work(team: team, effort: assumed.effort)]
      remarks.append(.assumedEffort(initiative: initiative.id, team: team, source: source))
    }
    let total = work.reduce(0) { $0 + $1.effort.likely }
    if initiative.stage == .running, initiative.progress == nil, initiative.start == nil {
      remarks.append(.noProgress(initiative: initiative.id))
    }
    if initiative.stage == .running, let progress = initiative.progress,
      progress.asOf.days(until: asOf) > 31
    {
      remarks.append(.oldProgress(initiative: initiative.id, asOf: progress.asOf))
    }
    remarks += initiative.remarksAhead(of: asOf)
    return work.map { share in
      let people = people(of: share, initiative)
      let units = max(Int((people * 1000).rounded()), 1)
      var resources = resources(of: share.team)
      if resources == nil {
        remarks.append(.unknownTeam(initiative: initiative.id, team: share.team))
        resources = TeamResources(availability: TeamCalendar(facts.settings.focus))
      }
      let rest = initiative.stage == .running ? rest(of: share, total, initiative) : nil
      var demands: [Demand] = []
      if let people = resources?.people { demands.append(Demand(resource: people, units: units)) }
      if let wip = resources?.wip { demands.append(Demand(resource: wip, units: 1)) }
      let effort = rest?.effort ?? share.effort
      var item = WorkItem(
        key: "\(initiative.id)/\(share.team)", team: share.team, activity: items.count,
        estimate: estimate(effort, share.team), spent: 0,
        workPerEffort: Double(facts.settings.calendar.daysPerWeek) * 1000 / people)
      var known: PlanModel.Rest?
      var work = Int((effort.likely * item.workPerEffort).rounded())
      if let rest {
        let perDay = people * facts.settings.focus / Double(facts.settings.calendar.daysPerWeek)
        item.spent = Double(rest.days) * perDay
        work = workLeft(of: item, effort)
        known = PlanModel.Rest(
          effort: effort, spent: item.spent, left: Double(work) / item.workPerEffort,
          asOf: initiative.progress?.asOf)
        if item.spent >= effort.likely, effort.likely > 0 {
          remarks.append(.effortSpent(initiative: initiative.id, team: share.team))
        }
      }
      return PlanModel.Share(
        team: share.team, effort: share.effort, estimate: item.estimate, source: source, rest: known,
        people: people,
        part: Part(work: work, pace: pace(of: share.team, units, resources), demands: demands))
    }
  }

  /// What is left to do of a share under way: the likely effort less what went in, as long as it could hardly have been
  /// finished yet; after that what half of the futures need that take more than what went in.
  private func workLeft(of item: WorkItem, _ effort: Effort) -> Int {
    guard item.spent <= min(item.estimate.low, effort.likely) else { return item.workLeft(0.5) }
    let left = Int(((effort.likely - item.spent) * item.workPerEffort).rounded())
    return effort.likely > 0 ? max(left, 1) : 0
  }

  /// An effort as a range; one number is spread as the team's record says, or as is assumed.
  private func estimate(_ effort: Effort, _ team: String) -> Estimate {
    effort.isRange
      ? Estimate(low: effort.low, likely: effort.likely, high: effort.high)
      : records.policy.estimate(point: effort.likely, team: team)
  }

  private mutating func people(of share: InitiativeFacts.Work, _ initiative: InitiativeFacts) -> Double {
    if let people = share.people { return min(max(people, 0.001), 10_000) }
    let team = facts.teams[share.team]
    let most = resources(of: share.team)?.capacity.map { Double($0.largest(from: 0)) / 1000 }
    var people = facts.settings.people
    if people == nil, let most, let limit = team?.wipLimit ?? facts.settings.wipLimit, limit > 0 {
      people = most / Double(limit)
    }
    let chosen = min(people ?? 1, most.map { $0 > 0 ? $0 : 1 } ?? .infinity)
    let rounded = min(max((chosen * 10).rounded(.down) / 10, 0.1), 10_000)
    remarks.append(.assumedPeople(initiative: initiative.id, team: share.team, people: rounded))
    return rounded
  }

  /// What a share that is under way is held against: the effort, and the working days that went into it.
  private func rest(
    of share: InitiativeFacts.Work, _ total: Double, _ initiative: InitiativeFacts
  ) -> (effort: Effort, days: Int) {
    var effort = share.effort
    var since = initiative.start?.first
    if let progress = initiative.progress {
      effort = progress.remaining.scaled(by: total > 0 ? share.effort.likely / total : 1)
      since = progress.asOf
    }
    return (effort, since.map { $0 < asOf ? days.working(from: $0, to: asOf) : 0 } ?? 0)
  }

  // MARK: Teams

  /// The resources of a team; nil where there is no such team.
  private mutating func resources(of id: String) -> TeamResources? {
    if let known = teams[id] { return known }
    guard let team = facts.teams[id] else { return nil }
    var found = TeamResources(availability: TeamCalendar(facts.settings.focus))
    if let capacity = team.people(days) {
      found.capacity = capacity
      found.people = resources.count
      resources.append((Resource(capacity: capacity), .people(team: id)))
      found.availability = TeamCalendar(team, capacity, days, focus: facts.settings.focus)
    } else {
      remarks.append(.unknownCapacity(team: id))
    }
    if let limit = team.wipLimit ?? facts.settings.wipLimit {
      found.wip = resources.count
      resources.append((Resource(capacity: limit), .workInProgress(team: id)))
    }
    teams[id] = found
    return found
  }

  private mutating func pace(of team: String, _ units: Int, _ resources: TeamResources?) -> Int? {
    let key = PaceKey(team: team, units: units)
    if let known = paceOf[key] { return known }
    let pace = resources?.availability.pace(of: units, resources?.capacity)
    if let pace { paces.append(pace) }
    let position = pace == nil ? nil : paces.count - 1
    paceOf[key] = .some(position)
    return position
  }

  // MARK: Activities

  private mutating func activity(
    _ initiative: InitiativeFacts, _ shares: [PlanModel.Share], _ positions: [String: Int],
    _ known: [String: InitiativeFacts], _ earliestBy: inout PlanModel.EarliestBy?
  ) -> Activity {
    var activity = Activity(
      parts: shares.map(\.part), due: initiative.promise.map { due($0.when) }, delivery: delivery(of: shares))
    if initiative.stage == .running {
      activity.fixed = 0
      addLinksOfRunning(initiative, positions, known, &activity)
      return activity
    }
    if let start = initiative.start {
      if start.last < asOf {
        remarks.append(.startPassed(initiative: initiative.id, start: start))
      } else if start.precision == .day {
        activity.fixed = days.number(from: start.first)
      } else {
        activity.earliest = days.number(from: start.first)
      }
    }
    if let earliest = initiative.notBefore {
      activity.earliest = max(activity.earliest, days.number(from: earliest.first))
    }
    if activity.earliest > 0 { earliestBy = .stated }
    for dependency in initiative.dependencies {
      if let position = positions[dependency.on] {
        activity.links.append(link(dependency, to: position))
      } else if let other = known[dependency.on] {
        switch other.stage {
        case .dropped:
          remarks.append(.dependsOnDropped(initiative: initiative.id, on: dependency.on))
        case .done where dependency.bond == .finishStart && dependency.lag > 0:
          // The days after an end that lies behind us may not be over yet.
          guard let ended = other.milestones.compactMap(\.completed).max() else { continue }
          let waited = days.working(from: ended.advanced(by: 1), to: asOf)
          let earliest = dependency.lag - max(waited, 0)
          guard earliest > activity.earliest else { continue }
          activity.earliest = earliest
          earliestBy = .finished(on: dependency.on, lag: dependency.lag, ended: ended)
        default: break
        }
      } else {
        remarks.append(.dependsOnUnknown(initiative: initiative.id, on: dependency.on))
      }
    }
    return activity
  }

  /// What is under way waits with its end at most; that it runs before what it waits for is told.
  private mutating func addLinksOfRunning(
    _ initiative: InitiativeFacts, _ positions: [String: Int], _ known: [String: InitiativeFacts],
    _ activity: inout Activity
  ) {
    for dependency in initiative.dependencies {
      guard let position = positions[dependency.on] else { continue }
      if dependency.bond == .finishFinish {
        activity.links.append(link(dependency, to: position))
      } else if dependency.bond == .finishStart && dependency.lag >= 0
        || known[dependency.on]?.stage != .running
      {
        remarks.append(.runsBefore(initiative: initiative.id, on: dependency.on))
      }
    }
  }

  private func link(_ dependency: InitiativeFacts.Dependency, to position: Int) -> Link {
    let kind: Link.Kind =
      switch dependency.bond {
      case .finishStart: .finishStart
      case .startStart: .startStart
      case .finishFinish: .finishFinish
      }
    return Link(to: position, kind, lag: dependency.lag)
  }

  /// The day after the last one of the target.
  private func due(_ target: When) -> Int {
    target.last < asOf
      ? -days.working(from: target.last.advanced(by: 1), to: asOf) : days.number(after: target.last)
  }

  /// When what the teams of `shares` have done ships: the same for all to whom the same freezes apply.
  private mutating func delivery(of shares: [PlanModel.Share]) -> Int {
    let freezes = facts.settings.freezes
    let teams = Set(shares.map(\.team))
    let holding = freezes.indices.filter { freezes[$0].holds(for: teams) }
    if let known = deliveryOf[holding] { return known }
    var isFrozen = [Bool](repeating: false, count: days.count)
    for index in holding where freezes[index].from <= freezes[index].to {
      let start = days.number(from: freezes[index].from)
      for day in start..<max(start, min(days.number(after: freezes[index].to), days.count)) {
        isFrozen[day] = true
      }
    }
    // The first day from each one on which something can ship; the day itself where none is planned.
    var ships = [Int](0..<days.count)
    var next: Int?
    for day in (0..<days.count).reversed() {
      if isFrozen[day] { ships[day] = next ?? day } else { next = day }
    }
    deliveries.append(Delivery([(ships.first ?? 0) + 1] + ships.map { $0 + 1 }))
    deliveryOf[holding] = deliveries.count - 1
    return deliveries.count - 1
  }
}
