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
    /// A team has too few people, or is away.
    case away(initiative: String, team: String)
  }

  /// What the days go into.
  public let content: Content
  /// The first of the days.
  public let from: Day
  /// The last of the days.
  public let to: Day
  /// How many working days.
  public let days: Int
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
  private mutating func tell(_ content: ChainLink.Content, from start: Int) {
    let start = max(start, 0)
    guard start < at, let from = plan.model.days[start], let to = plan.model.days[at - 1] else { return }
    links.append(ChainLink(content: content, from: from, to: to, days: at - start))
    at = start
  }

  mutating func goToEnd(of item: Int) {
    var place = Place.end(item)
    // Each step goes to what was placed earlier, so that there are at most as many as there are parts and lags.
    for _ in 0..<(4 * plan.model.items.count + 4) {
      guard at > 0, let next = step(place) else { return }
      place = next
    }
  }

  private enum Place {
    case end(Int)
    case part(Int, Int)
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
      guard let last = placed.parts.indices.max(by: { placed.parts[$0].span.end < placed.parts[$1].span.end })
      else { return .start(item) }
      return .part(item, last)
    case .start(let item):
      let parts = plan.schedule.activities[item].parts
      guard let first = parts.indices.min(by: { parts[$0].span.start < parts[$1].span.start }) else {
        return readiness(of: item)
      }
      return cause(item, first)
    case .part(let item, let part):
      tell(
        .work(initiative: id(item), team: plan.model.items[item].shares[part].team),
        from: plan.schedule.activities[item].parts[part].span.start)
      return at > 0 ? cause(item, part) : nil
    }
  }

  /// Where what binds the start of a part leads to.
  private mutating func cause(_ item: Int, _ part: Int) -> Place? {
    let placed = plan.schedule.activities[item].parts[part]
    switch placed.binding {
    case .firstDay: return nil
    case .fixed:
      tell(.pinned(initiative: id(item)), from: 0)
      return nil
    case .earliest:
      tell(.notBefore(initiative: id(item)), from: 0)
      return nil
    case .link(let index): return follow(item, index)
    case .resource(let resource, let blockers):
      return holder(of: resource, among: blockers, before: placed.span.start) ?? readiness(of: item)
    case .calendar:
      let team = plan.model.items[item].shares[part].team
      tell(.away(initiative: id(item), team: team), from: placed.ready)
      return readiness(of: item)
    }
  }

  /// The part of a blocker that ends when the blocked one starts, or else holds the resource until then.
  private func holder(of resource: Int, among blockers: [Int], before start: Int) -> Place? {
    var best: (place: Place, end: Int)?
    for blocker in blockers {
      let parts = zip(plan.model.problem.activities[blocker].parts, plan.schedule.activities[blocker].parts)
      for (index, (part, placed)) in parts.enumerated()
      where part.demands.contains(where: { $0.resource == resource }) && placed.span.start < start
        && placed.span.end >= start
      {
        let isBetter = best.map { placed.span.end < $0.end } ?? true
        if isBetter { best = (.part(blocker, index), placed.span.end) }
      }
    }
    return best?.place
  }

  /// What says that an item may not start before it does, people left aside.
  private mutating func readiness(of item: Int) -> Place? {
    let activity = plan.model.problem.activities[item]
    var best: (index: Int, bound: Int)?
    for (index, link) in activity.links.enumerated() where link.kind != .finishFinish {
      guard let first = plan.schedule.activities[link.activity].span else { continue }
      let bound = (link.kind == .finishStart ? first.end : first.start) + link.lag
      if bound > best?.bound ?? 0 { best = (index, bound) }
    }
    if let best, best.bound > activity.earliest { return follow(item, best.index) }
    tell(.notBefore(initiative: id(item)), from: 0)
    return nil
  }

  /// Along a dependency.
  private mutating func follow(_ item: Int, _ index: Int) -> Place? {
    let link = plan.model.problem.activities[item].links[index]
    guard let first = plan.schedule.activities[link.activity].span else { return nil }
    let other = id(link.activity)
    switch link.kind {
    case .finishStart:
      tell(.lag(initiative: id(item), on: other, bond: .finishStart), from: first.end)
      return .end(link.activity)
    case .startStart:
      tell(.lag(initiative: id(item), on: other, bond: .startStart), from: first.start)
      return .start(link.activity)
    case .finishFinish: return nil
    }
  }
}
