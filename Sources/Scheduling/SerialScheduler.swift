/// Serial schedule generation: takes activities in an order and places each at the earliest day on which everything that
/// it needs is there.
///
/// An activity never delays one that comes before it in the order, cutting work under an order by starts delays nothing,
/// and every part has one binding reason, noted while it is placed (Kolisch, EJOR 90 (1996) 320-333, on the scheme).
/// Fixed activities are placed first and even where resources are lacking; `overloads` tells where.
public struct SerialScheduler {
  private let problem: SchedulingProblem
  private let capacities: [[Int]]
  private var usage: [[Int]]
  /// Who holds a resource, by resource: the activities in the order in which they were placed.
  private var holders: [[(activity: Int, span: Span)]]
  private var placed: [PlacedActivity]

  /// Places all activities of `problem` in `order`.
  public static func schedule(_ problem: SchedulingProblem, in order: PlacementOrder) -> Schedule {
    var scheduler = SerialScheduler(problem)
    for cycle in order.cycles {
      for (place, activity) in cycle.enumerated() {
        scheduler.placed[activity].obstacle = .cycle(Array(cycle[place...] + cycle[..<place]))
      }
    }
    let fixed = order.activities.filter { problem.activities[$0].fixed != nil }
    let free = order.activities.filter { problem.activities[$0].fixed == nil }
    for activity in fixed + free { scheduler.place(activity) }
    scheduler.settleRest(order)
    return Schedule(activities: scheduler.placed, order: fixed + free)
  }

  private init(_ problem: SchedulingProblem) {
    self.problem = problem
    let days = max(problem.horizon, 0)
    capacities = problem.resources.map { resource in (0..<days).map { max(resource.capacity[$0], 0) } }
    usage = problem.resources.map { _ in [Int](repeating: 0, count: days) }
    holders = problem.resources.map { _ in [] }
    placed = problem.activities.map { _ in PlacedActivity() }
  }

  private mutating func place(_ position: Int) {
    let activity = problem.activities[position]
    guard let ready = readiness(of: activity, at: position) else { return }
    var parts: [PlacedPart] = []
    for part in activity.parts {
      switch activity.fixed.map({ fix(part, at: $0) }) ?? search(part, ready) {
      case .success(let found):
        parts.append(found)
        hold(part, found.span, position)
      case .failure(let obstacle):
        for (part, found) in zip(activity.parts, parts) { release(part, found.span) }
        placed[position].obstacle = obstacle.obstacle
        return
      }
    }
    let start = parts.map(\.span.start).min() ?? ready.day
    var end = parts.map(\.span.end).max() ?? ready.day
    for (index, link) in activity.links.enumerated() where link.kind == .finishFinish {
      guard let first = placed[link.activity].span, first.end + link.lag > end else { continue }
      end = first.end + link.lag
      placed[position].heldBy = index
    }
    guard end <= problem.horizon else {
      for (part, found) in zip(activity.parts, parts) { release(part, found.span) }
      placed[position].heldBy = nil
      placed[position].obstacle = .horizon
      return
    }
    placed[position].span = Span(start: start, end: end)
    placed[position].parts = parts
  }

  private struct Ready {
    var day: Int
    var binding: Binding
  }

  private struct Failure: Error { let obstacle: Obstacle }

  /// The first day on which an activity may start, and what says so; notes the obstacle and is nil where none is.
  private mutating func readiness(of activity: Activity, at position: Int) -> Ready? {
    if let fixed = activity.fixed { return Ready(day: max(fixed, 0), binding: .fixed) }
    var ready = Ready(day: 0, binding: .firstDay)
    if activity.earliest > 0 { ready = Ready(day: activity.earliest, binding: .earliest) }
    for (index, link) in activity.links.enumerated() {
      guard let first = placed[link.activity].span else {
        placed[position].obstacle = .waits(for: link.activity)
        return nil
      }
      let bound =
        switch link.kind {
        case .finishStart: first.end + link.lag
        case .startStart: first.start + link.lag
        case .finishFinish: 0
        }
      if bound > ready.day { ready = Ready(day: bound, binding: .link(index)) }
    }
    return ready
  }

  private func fix(_ part: Part, at start: Int) -> Result<PlacedPart, Failure> {
    let start = max(start, 0)
    guard let end = end(of: part, from: start), end <= problem.horizon else {
      return .failure(Failure(obstacle: .horizon))
    }
    return .success(PlacedPart(span: Span(start: start, end: end), ready: start, binding: .fixed))
  }

  private func end(of part: Part, from start: Int) -> Int? {
    part.pace.map { problem.paces[$0] }.map { $0.end(of: part.work, from: start) }
      ?? start + (part.work + Pace.full - 1) / Pace.full
  }

  private func search(_ part: Part, _ ready: Ready) -> Result<PlacedPart, Failure> {
    for demand in part.demands {
      let most = problem.resources[demand.resource].capacity.largest(from: ready.day)
      guard most >= demand.units else {
        return .failure(
          Failure(obstacle: .understaffed(resource: demand.resource, needed: demand.units, most: most)))
      }
    }
    var start = ready.day
    var binding = ready.binding
    var tried: [Int] = []
    while start < problem.horizon || part.work == 0 {
      if part.work > 0, let lacking = calendarObstacle(part, on: start) {
        binding = .calendar(lacking.resource)
        start += 1
        continue
      }
      guard let end = end(of: part, from: start), end <= problem.horizon else { break }
      guard let clash = clash(part, start..<end) else {
        return .success(
          PlacedPart(span: Span(start: start, end: end), ready: ready.day, binding: binding, tried: tried))
      }
      if clash.day > start, tried.count < 3 { tried.append(start) }
      binding = .resource(clash.resource, blockers: blockers(clash.resource, on: clash.day))
      start = clash.day + 1
    }
    return .failure(Failure(obstacle: .horizon))
  }

  /// What keeps a part from starting on a day whoever else works: too few units at all, or no work done; nil if nothing.
  private func calendarObstacle(_ part: Part, on day: Int) -> (resource: Int?, Void)? {
    for demand in part.demands where capacities[demand.resource][day] < demand.units {
      return (demand.resource, ())
    }
    if let pace = part.pace, problem.paces[pace][day] == 0 { return (nil, ()) }
    return nil
  }

  /// The last day of a span on which a resource is taken, and the resource.
  private func clash(_ part: Part, _ days: Range<Int>) -> (day: Int, resource: Int)? {
    for day in days.reversed() {
      for demand in part.demands {
        let capacity = capacities[demand.resource][day]
        if usage[demand.resource][day] + min(demand.units, capacity) > capacity {
          return (day, demand.resource)
        }
      }
    }
    return nil
  }

  private func blockers(_ resource: Int, on day: Int) -> [Int] {
    var found: [Int] = []
    for holder in holders[resource] where holder.span.start <= day && day < holder.span.end {
      if !found.contains(holder.activity) { found.append(holder.activity) }
    }
    return found
  }

  private mutating func hold(_ part: Part, _ span: Span, _ activity: Int) {
    for demand in part.demands {
      for day in span.start..<span.end {
        usage[demand.resource][day] += min(demand.units, capacities[demand.resource][day])
      }
      if span.count > 0 { holders[demand.resource].append((activity, span)) }
    }
  }

  private mutating func release(_ part: Part, _ span: Span) {
    for demand in part.demands {
      for day in span.start..<span.end {
        usage[demand.resource][day] -= min(demand.units, capacities[demand.resource][day])
      }
      if span.count > 0 { holders[demand.resource].removeLast() }
    }
  }

  /// Says of what no order reaches what it waits for.
  private mutating func settleRest(_ order: PlacementOrder) {
    let reached = Set(order.activities)
    for position in problem.activities.indices where !reached.contains(position) {
      guard placed[position].obstacle == nil else { continue }
      let waits = problem.activities[position].links.first {
        !reached.contains($0.activity) || placed[$0.activity].obstacle != nil
      }
      placed[position].obstacle = waits.map { .waits(for: $0.activity) } ?? .horizon
    }
  }
}

extension Schedule {
  /// Where fixed activities ask for more units than there are: per resource the spans of days, and who holds it there.
  public func overloads(of problem: SchedulingProblem) -> [Overload] {
    var found: [Overload] = []
    for (index, resource) in problem.resources.enumerated() {
      var changes: [Int] = []
      var holders: [(activity: Int, units: Int, span: Span)] = []
      for (position, activity) in activities.enumerated() {
        for (part, placed) in zip(problem.activities[position].parts, activity.parts) {
          for demand in part.demands where demand.resource == index && placed.span.count > 0 {
            holders.append((position, demand.units, placed.span))
            changes += [placed.span.start, placed.span.end]
          }
        }
      }
      changes += resource.capacity.steps.map(\.day)
      let days = Set(changes).sorted()
      for (start, end) in zip(days, days.dropFirst()) {
        let active = holders.filter { $0.span.start <= start && start < $0.span.end }
        let capacity = max(resource.capacity[start], 0)
        let wanted = active.reduce(0) { $0 + min($1.units, capacity) }
        guard wanted > capacity else { continue }
        let who = active.map(\.activity)
        let asked = active.reduce(0) { $0 + $1.units }
        if let last = found.last, last.resource == index, last.span.end == start, last.activities == who,
          last.capacity == capacity
        {
          found[found.count - 1].span.end = end
        } else {
          found.append(
            Overload(
              resource: index, span: Span(start: start, end: end), units: asked, capacity: capacity,
              activities: who))
        }
      }
    }
    return found
  }
}

/// Days on which a resource is asked for more than there is of it.
public struct Overload: Sendable, Equatable {
  /// The resource's position.
  public var resource: Int
  /// The days.
  public var span: Span
  /// How many units are asked for.
  public var units: Int
  /// How many there are.
  public var capacity: Int
  /// Who asks.
  public var activities: [Int]

  /// Days on which a resource is asked for too much.
  public init(resource: Int, span: Span, units: Int, capacity: Int, activities: [Int]) {
    self.resource = resource
    self.span = span
    self.units = units
    self.capacity = capacity
    self.activities = activities
  }
}
