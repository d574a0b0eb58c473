internal import CivilDates
internal import JSONSyntax
internal import Linting
internal import SchemaChecking
public import Workspaces

extension PlanFacts {
  /// What the definitions of a snapshot say about when things come.
  public init(_ snapshot: Snapshot) {
    let relations = Relations(snapshot)
    let stages = Stages(snapshot.library.shape(of: "initiative"))
    let lock = snapshot.files.first { $0.path == ScheduleLock.path }.flatMap {
      ScheduleLock($0.source.document)
    }
    var teams: [String: TeamFacts] = [:]
    for (_, team) in snapshot.definitions(of: "team") where teams[team.id] == nil {
      teams[team.id] = TeamFacts(team)
    }
    var seen: Set<String> = []
    let initiatives = snapshot.definitions(of: "initiative").filter { seen.insert($0.definition.id).inserted }
    self.init(
      settings: PlanSettings(snapshot.configuration), lock: lock,
      initiatives: initiatives.map { InitiativeFacts($0.definition, relations, stages) }, teams: teams,
      objectives: snapshot.definitions(of: "plan").flatMap { _, plan in
        plan.items("objectives").compactMap { objective in
          guard let id = objective.string("id") else { return nil }
          return ObjectiveFacts(
            name: "\(plan.id)/\(id)", title: objective.string("title") ?? id,
            by: relations.when(objective["by"]))
        }
      })
    isOrderLost = snapshot.isWithoutItsOrder
    for (_, initiative) in snapshot.definitions(of: "initiative") {
      for old in initiative.items("formerly").compactMap(\.string) where self.initiative(old) == nil {
        formerly[old] = initiative.id
      }
    }
  }
}

/// The roles of a lifecycle's states.
private struct Stages {
  private var byState: [String: InitiativeFacts.Stage] = [:]
  let field: String

  init(_ shape: Shape?) {
    let property = shape?.properties.first { $0.shape.lifecycle != nil }
    field = property?.name ?? "status"
    guard let lifecycle = property?.shape.lifecycle, let shape = property?.shape else { return }
    let active = shape.annotation("x-lifecycle")?.items("active").compactMap(\.string) ?? []
    for state in lifecycle.order { byState[state] = .ready }
    for state in shape.tentativeStates { byState[state] = .tentative }
    for state in active { byState[state] = .running }
    for state in lifecycle.paused { byState[state] = .paused }
    for state in lifecycle.final { byState[state] = lifecycle.order.contains(state) ? .done : .dropped }
  }

  func stage(of state: String) -> InitiativeFacts.Stage { byState[state] ?? .tentative }
}

extension InitiativeFacts {
  fileprivate init(_ definition: Definition, _ relations: Relations, _ stages: Stages) {
    let status = definition[name: stages.field]?.string ?? ""
    self.init(
      id: definition.id, title: definition.title, stage: stages.stage(of: status), status: status,
      team: definition["team"]?.string,
      work: definition.items("work").compactMap { share in
        guard let team = share.string("team"), let effort = Effort(share["effort"]) else { return nil }
        return Work(team: team, effort: effort, people: share["people"]?.positive)
      },
      dependencies: relations.dependencies(of: definition).map { dependency in
        Dependency(
          on: dependency.definition.id,
          bond: dependency.bond == .startStart
            ? .startStart : dependency.bond == .finishFinish ? .finishFinish : .finishStart,
          lag: min(max(dependency.lag, -3650), 3650))
      } + relations.missingDependencies(of: definition).map { Dependency(on: $0) },
      rank: definition["rank"]?.integer, start: relations.when(definition["start"]),
      notBefore: relations.when(definition["notBefore"]), target: relations.when(definition["target"]),
      milestones: definition.items("milestones").compactMap { milestone in
        guard let id = milestone.string("id") else { return nil }
        return Milestone(
          id: id, title: milestone.string("title"), target: relations.when(milestone["target"]),
          isOpen: Relations.isOpen(milestone),
          completed: milestone["completed"]?.content.flatMap(Day.init(iso:)))
      },
      progress: definition["progress"].flatMap { progress in
        guard let rest = Effort(progress["remaining"]),
          let day = progress["asOf"]?.content.flatMap(Day.init(iso:))
        else { return nil }
        return Progress(remaining: rest, asOf: day)
      },
      objectives: definition.items("objectives").compactMap(\.string), plan: definition["plan"]?.string)
  }
}

extension TeamFacts {
  fileprivate init(_ team: Definition) {
    var capacity: [(from: Day?, people: Double)]?
    if let value = team["capacity"] {
      if let people = value.number {
        capacity = [(nil, people)]
      } else if value.kind == .array {
        capacity = value.items.compactMap { entry in
          guard let from = entry["from"]?.content.flatMap(Day.init(iso:)),
            let people = entry["people"]?.number
          else { return nil }
          return (from, people)
        }
      }
    }
    self.init(
      id: team.id, title: team.title,
      members: team.items("members").map { member in
        let days = Relations.days(of: member)
        return Member(allocation: member["allocation"]?.number ?? 1, from: days.from, to: days.to)
      },
      capacity: capacity, wipLimit: team["wipLimit"]?.integer.flatMap { $0 > 0 ? min($0, 1000) : nil },
      timeOff: team.items("timeOff").compactMap { entry in
        guard let from = entry["from"]?.content.flatMap(Day.init(iso:)),
          let to = entry["to"]?.content.flatMap(Day.init(iso:))
        else { return nil }
        return TimeOff(from: from, to: to, people: entry["people"]?.number, title: entry.string("title"))
      }, isDisbanded: Relations.isDisbanded(team))
  }
}

extension PlanSettings {
  fileprivate init(_ configuration: Configuration) {
    self.init()
    calendar = configuration.workCalendar
    freezes = configuration.freezes.map { Freeze(from: $0.from, to: $0.to, title: $0.title, teams: $0.teams) }
    guard let schedule = configuration.schedule else { return }
    effort = Effort(schedule["effort"])
    people = schedule["people"]?.positive
    wipLimit = schedule["wipLimit"]?.integer.flatMap { $0 > 0 ? min($0, 1000) : nil }
    if let share = schedule["focus"]?.positive { focus = min(share, 1) }
    if let days = schedule["frozenDays"]?.integer { frozenDays = min(max(days, 0), 3650) }
    if let days = schedule["horizonDays"]?.integer { horizonDays = min(max(days, 1), 3650) }
    if let count = schedule["budget"]?.integer { budget = min(max(count, 1), 10_000_000) }
    if let count = schedule["simulations"]?.integer { simulations = min(max(count, 100), 1_000_000) }
    if let parts = schedule["correlation"] {
      let shared = min(max(parts["shared"]?.number ?? correlation.shared, 0), 1)
      correlation = (shared, min(max(parts["team"]?.number ?? correlation.team, 0), 1 - shared))
    }
    if let number = schedule["seed"]?.integer { seed = max(number, 0) }
  }
}

extension Effort {
  /// What a value says: a number, or an object with low, likely and high.
  fileprivate init?(_ value: JSONValue?) {
    guard let value else { return nil }
    if let number = value.number {
      self.init(number)
    } else if let low = value["low"]?.number, let likely = value["likely"]?.number,
      let high = value["high"]?.number
    {
      self.init(low: low, likely: likely, high: high)
    } else {
      return nil
    }
  }
}

extension JSONValue {
  /// The number, where it is one; cut to a million, beyond which the format allows none, so that sums stay in range.
  fileprivate var number: Double? {
    guard let decimal else { return nil }
    // Written out, a number such as 1e1000000 would be a megabyte.
    guard (-30...30).contains(decimal.magnitude) else {
      return decimal.magnitude < 0 ? 0 : decimal.isNegative ? -1_000_000 : 1_000_000
    }
    return min(max(decimal.double, -1_000_000), 1_000_000)
  }

  /// The number, where it is above 0.
  fileprivate var positive: Double? { number.flatMap { $0 > 0 ? $0 : nil } }
}
