public import CivilDates
internal import Scheduling

/// Why a share of an initiative starts on its day and not before, in the plan's terms.
public struct StartReason: Sendable {
  /// What binds the start.
  public enum Cause: Sendable, Equatable {
    /// It starts on the first working day there is.
    case today
    /// It is under way.
    case running
    /// Its start is pinned to this day, which may be one on which nobody works.
    case pinned(Day)
    /// It is not to start before this day, which may be one on which nobody works.
    case notBefore(Day)
    /// It waits so many working days after the end of another initiative, which is finished.
    case afterFinished(String, lag: Int, ended: Day)
    /// It waits for another initiative.
    case dependency(on: String, bond: InitiativeFacts.Dependency.Bond, lag: Int)
    /// The people of the team are at work on others: so many of them are needed, and free the day before.
    case people(team: String, by: [String], needed: Double, free: Double, all: Double)
    /// The team works on no more than so many at once.
    case workInProgress(team: String, by: [String], limit: Int)
    /// The team has not enough people before this day.
    case team(String, needed: Double, all: Double)
    /// The team is away.
    case timeOff(team: String)
  }

  /// The team whose share it is; nil for an initiative without work.
  public let team: String?
  /// The day on which the share starts.
  public let start: Day
  /// What binds it.
  public let cause: Cause
  /// The day on which it could have started, had everybody been free.
  public let ready: Day
  /// How many working days it waits for people.
  public let waits: Int
  /// The dependency that ended next to last, and how many working days before the one that binds.
  public let runnerUp: (on: String, days: Int)?
  /// Days from which it would have been free, for too short a time.
  public let tooShort: [Day]
}

/// Why an initiative ends on its day.
public struct EndReason: Sendable {
  /// Working days on which people are missing.
  public struct LostDays: Sendable, Equatable {
    /// How many there are.
    public var days = 0
    /// On how many of them people of the team are away.
    public var away = 0
    /// On how many of them the team has fewer people than the work needs, apart from those who are away.
    public var short = 0
  }

  /// The team whose share ends last; nil for an initiative without work.
  public let team: String?
  /// The working days from the share's start to its end.
  public let days: Int
  /// Those of them on which nothing is done.
  public let idle: LostDays
  /// Those of them on which less is done than usual.
  public let slow: LostDays
  /// How many holidays lie between.
  public let holidays: Int
  /// What the end waits for after all work is done.
  public let held: InitiativeFacts.Dependency?
}

extension PlanSchedule {
  /// Why each share of an item starts when it does, in the order of the shares; empty where it has no dates.
  public func startReasons(of item: Int) -> [StartReason] {
    guard schedule.activities[item].span != nil else { return [] }
    return model.numbers.parts(of: item).compactMap(startReason)
  }

  /// Why a share starts when it does; nil where it has no place.
  func startReason(of part: Int) -> StartReason? {
    guard let placed = placed(part), let start = model.days[placed.span.start],
      let ready = model.days[placed.ready]
    else { return nil }
    let share = model.share(part)
    return StartReason(
      team: share.team, start: start, cause: cause(of: placed, part), ready: ready,
      waits: placed.span.start - placed.ready,
      runnerUp: runnerUp(of: placed, model.numbers.activity(of: part)),
      tooShort: placed.tried.filter { isFree(share.part, on: $0, besides: part) }.compactMap {
        model.days[$0]
      })
  }

  private func id(_ item: Int) -> String { model.items[item].facts.id }

  private func cause(of placed: PlacedPart, _ part: Int) -> StartReason.Cause {
    let item = model.numbers.activity(of: part)
    let share = model.share(part)
    let facts = model.items[item].facts
    let day = model.days[placed.span.start] ?? model.asOf
    switch placed.binding {
    case .firstDay: return .today
    case .fixed: return facts.stage == .running ? .running : .pinned(facts.start?.first ?? day)
    case .earliest:
      guard case .finished(let other, let lag, let ended) = model.items[item].earliestBy else {
        return .notBefore([facts.start?.first, facts.notBefore?.first].compactMap { $0 }.max() ?? day)
      }
      return .afterFinished(other, lag: lag, ended: ended)
    case .link(let index):
      let link = model.problem.activities[item].links[index]
      return .dependency(on: id(link.activity), bond: bond(link.kind), lag: link.lag)
    case .resource(let resource, let blockers):
      var names: [String] = []
      for blocker in blockers {
        let name = id(model.numbers.activity(of: blocker))
        if !names.contains(name) { names.append(name) }
      }
      switch model.resources[resource] {
      case .workInProgress(let team):
        let limit = model.problem.resources[resource].capacity[placed.span.start - 1]
        return .workInProgress(team: team, by: names, limit: limit)
      case .people(let team):
        let all = model.problem.resources[resource].capacity[placed.span.start - 1]
        let used = taken(resource, on: placed.span.start - 1, besides: part)
        return .people(
          team: team, by: names, needed: share.people, free: Double(max(all - used, 0)) / 1000,
          all: Double(all) / 1000)
      }
    case .calendar(let resource):
      guard let resource, case .people(let team) = model.resources[resource] else {
        return .timeOff(team: share.team)
      }
      let all = model.problem.resources[resource].capacity[placed.span.start - 1]
      return .team(team, needed: share.people, all: Double(all) / 1000)
    }
  }

  private func bond(_ kind: Link.Kind) -> InitiativeFacts.Dependency.Bond {
    switch kind {
    case .finishStart: .finishStart
    case .startStart: .startStart
    case .finishFinish: .finishFinish
    }
  }

  /// How much of a resource is held on a day by the shares that were placed before one.
  private func taken(_ resource: Int, on day: Int, besides part: Int) -> Int {
    var taken = 0
    for holder in holders[resource] {
      if holder.part == part { break }
      if holder.span.start <= day, day < holder.span.end { taken += holder.units }
    }
    return taken
  }

  /// Whether the shares that were placed before one leave what it needs on a day.
  private func isFree(_ part: Part, on day: Int, besides number: Int) -> Bool {
    part.demands.allSatisfy { demand in
      let capacity = model.problem.resources[demand.resource].capacity[day]
      return taken(demand.resource, on: day, besides: number) + demand.units <= capacity
    }
  }

  private func runnerUp(of placed: PlacedPart, _ item: Int) -> (on: String, days: Int)? {
    guard case .link(let index) = placed.binding else { return nil }
    var best: (day: Int, item: Int)?
    for bound in bounds(of: item, in: schedule) where bound.link != index {
      if bound.day > best?.day ?? .min { best = (bound.day, bound.item) }
    }
    // Where something else keeps it as long, the next dependency is not what it would wait for.
    guard let best, best.day > model.problem.activities[item].earliest else { return nil }
    return (id(best.item), placed.ready - max(best.day, 0))
  }

  /// The share of an item that ends last; nil where it has no dates.
  func lastPart(of item: Int) -> Int? {
    guard schedule.activities[item].span != nil else { return nil }
    return model.numbers.parts(of: item).max { placed($0)?.span.end ?? 0 < placed($1)?.span.end ?? 0 }
  }

  /// Why an item ends when it does; nil where it has no dates.
  public func endReason(of item: Int) -> EndReason? {
    let placed = schedule.activities[item]
    guard placed.span != nil else { return nil }
    let held = placed.heldBy.map { index -> InitiativeFacts.Dependency in
      let link = model.problem.activities[item].links[index]
      return InitiativeFacts.Dependency(on: id(link.activity), bond: .finishFinish, lag: link.lag)
    }
    guard let last = lastPart(of: item), let span = self.placed(last)?.span else { return nil }
    let share = model.share(last)
    let (idle, slow) = lostDays(of: last, span)
    var holidays = 0
    if span.count > 0, let first = model.days[span.start], let end = model.days[span.end - 1] {
      holidays = model.days.calendar.holidays.count {
        $0 > first && $0 < end && model.days.calendar.weekdays.contains($0.weekday)
      }
    }
    return EndReason(
      team: share.team, days: span.count, idle: idle, slow: slow, holidays: holidays, held: held)
  }
}
