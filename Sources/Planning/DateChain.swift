public import CivilDates
internal import Scheduling

/// One link of the chain of causes from today to an end: what the days go into.
public struct ChainLink: Sendable, Equatable {
  /// What the days go into.
  public enum Content: Sendable, Equatable {
    /// A team works on an initiative.
    case work(initiative: String, team: String)
    /// An initiative waits some days after another one, as its dependency says.
    case lag(initiative: String, on: String, bond: InitiativeFacts.Dependency.Bond)
    /// An initiative is not to start earlier.
    case notBefore(initiative: String)
    /// The start of an initiative is pinned.
    case pinned(initiative: String)
    /// A team is away, so that an initiative cannot start.
    case away(initiative: String, team: String)
    /// A team has fewer people than an initiative needs, so that it cannot start.
    case short(initiative: String, team: String)
    /// Nobody of a team is there while its work on an initiative is under way.
    case idle(initiative: String, team: String)

    /// The initiative that it is about.
    public var initiative: String {
      switch self {
      case .work(let initiative, _), .lag(let initiative, _, _), .notBefore(let initiative),
        .pinned(let initiative), .away(let initiative, _), .short(let initiative, _),
        .idle(let initiative, _):
        initiative
      }
    }
  }

  /// What the days go into.
  public let content: Content
  /// The first of the days.
  public let from: Day
  /// The last of the days.
  public let to: Day
  /// How many working days.
  public let days: Int
  /// On how many of them nobody of the team is there, where these are too scattered to be links of their own.
  public var idle = 0
}

extension PlanSchedule {
  /// The chain of causes from today to the end of an item: without gaps, so that its days add up to the whole.
  ///
  /// It is the critical chain of that end: shortening what is not on it brings nothing.
  public func chain(to item: Int) -> [ChainLink] {
    guard let span = schedule.activities[item].span else { return [] }
    var walk = ChainWalk(self, end: span.end)
    walk.goToEnd(of: item)
    return walk.links.reversed()
  }
}

/// Walks back from an end to today.
private struct ChainWalk {
  let plan: PlanSchedule
  var links: [ChainLink] = []
  /// Everything from here on is told.
  var at: Int

  init(_ plan: PlanSchedule, end: Int) {
    self.plan = plan
    at = end
  }

  private func id(_ item: Int) -> String { plan.model.items[item].facts.id }

  /// Tells the days from `start` on that are not told yet.
  private mutating func tell(_ content: ChainLink.Content, from start: Int, idle: Int = 0) {
    let start = max(start, 0)
    guard start < at, let from = plan.model.days[start], let to = plan.model.days[at - 1] else { return }
    links.append(ChainLink(content: content, from: from, to: to, days: at - start, idle: idle))
    at = start
  }

  /// How many stretches of days on which nobody is there are links of their own, at most.
  private static let idleLinks = 6

  /// Tells the work of a share, apart from the days on which nobody of the team is there.
  private mutating func tellWork(_ part: Int, from start: Int) {
    let (id, team) = (id(item(part)), plan.model.share(part).team)
    let stretches = plan.stretches(of: part, from: max(start, 0), to: at)
    let idle = stretches.filter(\.isIdle)
    guard idle.count <= Self.idleLinks else {
      let days = idle.reduce(0) { $0 + $1.days.count }
      tell(.work(initiative: id, team: team), from: start, idle: days)
      return
    }
    for stretch in stretches.reversed() {
      tell(
        stretch.isIdle ? .idle(initiative: id, team: team) : .work(initiative: id, team: team),
        from: stretch.days.lowerBound)
    }
  }

  mutating func goToEnd(of item: Int) {
    var place = Place.end(item)
    // Each step goes to what was placed earlier, so that there are at most as many as there are shares and lags.
    for _ in 0..<(2 * (plan.model.items.count + plan.model.numbers.count) + 4) {
      guard at > 0, let next = step(place) else { return }
      place = next
    }
  }

  private enum Place {
    /// The end of an item.
    case end(Int)
    /// The work of a share.
    case work(Int)
    /// The start of a share.
    case start(Int)
  }

  private mutating func step(_ place: Place) -> Place? {
    switch place {
    case .end(let item):
      let placed = plan.schedule.activities[item]
      if let held = placed.heldBy {
        let link = plan.model.problem.activities[item].links[held]
        guard let first = plan.schedule.activities[link.activity].span else { return nil }
        tell(.lag(initiative: id(item), on: id(link.activity), bond: .finishFinish), from: first.end)
        return .end(link.activity)
      }
      return plan.lastPart(of: item).map { .work($0) }
    case .work(let part):
      guard let placed = plan.placed(part) else { return nil }
      tellWork(part, from: placed.span.start)
      return .start(part)
    case .start(let part): return plan.placed(part).flatMap { cause(of: part, $0, $0.binding) }
    }
  }

  private func item(_ part: Int) -> Int { plan.model.numbers.activity(of: part) }

  /// Where what binds the start of a share leads to.
  private mutating func cause(of part: Int, _ placed: PlacedPart, _ binding: Binding) -> Place? {
    switch binding {
    case .firstDay: return nil
    case .fixed:
      tell(.pinned(initiative: id(item(part))), from: 0)
      return nil
    case .earliest:
      if case .finished(let other, _, _) = plan.model.items[item(part)].earliestBy {
        tell(.lag(initiative: id(item(part)), on: other, bond: .finishStart), from: 0)
      } else {
        tell(.notBefore(initiative: id(item(part))), from: 0)
      }
      return nil
    case .link(let index): return follow(item(part), index, from: placed.ready)
    case .resource(_, let blockers):
      return plan.holder(among: blockers, before: placed.span.start).map { .work($0) }
        ?? cause(of: part, placed, placed.readiness)
    case .calendar(let resource):
      let (initiative, team) = (id(item(part)), plan.model.share(part).team)
      tell(
        resource == nil
          ? .away(initiative: initiative, team: team) : .short(initiative: initiative, team: team),
        from: placed.ready)
      return cause(of: part, placed, placed.readiness)
    }
  }

  /// Along a dependency, to the share of the other initiative that decides the day `ready`.
  private mutating func follow(_ item: Int, _ index: Int, from ready: Int) -> Place? {
    let link = plan.model.problem.activities[item].links[index]
    let other = id(link.activity)
    switch link.kind {
    case .finishStart:
      guard let first = plan.schedule.activities[link.activity].span else { return nil }
      tell(.lag(initiative: id(item), on: other, bond: .finishStart), from: first.end)
      return .end(link.activity)
    case .startStart:
      tell(.lag(initiative: id(item), on: other, bond: .startStart), from: ready - link.lag)
      return plan.starter(of: link, ready).map { .start($0) }
    case .finishFinish: return nil
    }
  }
}
