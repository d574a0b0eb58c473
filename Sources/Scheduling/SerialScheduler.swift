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
  private var holders: [ResourceHolders]
  private var placed: [PlacedActivity]

  /// Places all activities of `problem` in `order`.
  public static func schedule(_ problem: SchedulingProblem, in order: PlacementOrder) -> Schedule {
    var scheduler = SerialScheduler(problem)
    let activities = scheduler.problem.activities
    for cycle in order.cycles {
      for (place, activity) in cycle.enumerated() where activities.indices.contains(activity) {
        scheduler.placed[activity].obstacle = .cycle(Array(cycle[place...] + cycle[..<place]))
      }
    }
    let known = order.activities.filter(activities.indices.contains)
    let fixed = known.filter { activities[$0].fixed != nil }
    let free = known.filter { activities[$0].fixed == nil }
    for activity in fixed + free { scheduler.place(activity) }
    scheduler.settleRest(order)
    return Schedule(activities: scheduler.placed, order: fixed + free)
  }

  private init(_ problem: SchedulingProblem) {
    let problem = problem.bounded()
    self.problem = problem
    let days = problem.days
    capacities = problem.resources.map { resource in
      var capacities: [Int] = []
      capacities.reserveCapacity(days)
      resource.capacity.forEachDay(before: days) { capacities.append($1) }
      return capacities
    }
    usage = problem.resources.map { _ in [Int](repeating: 0, count: days) }
    holders = problem.resources.map { _ in ResourceHolders(days: days) }
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
        for (part, found) in zip(activity.parts, parts).reversed() { release(part, found.span) }
        placed[position].obstacle = obstacle.obstacle
        return
      }
    }
    let start = parts.map(\.span.start).min() ?? ready.day
    var end = parts.map(\.span.end).max() ?? ready.day
    for (index, link) in activity.links.enumerated() where link.kind == .finishFinish {
      guard placed.indices.contains(link.activity), let first = placed[link.activity].span,
        first.end + link.lag > end
      else { continue }
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
    for (index, link) in activity.links.enumerated() where placed.indices.contains(link.activity) {
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
    var lacking: (day: Int, resource: Int)?
    while start < problem.horizon || part.work == 0 {
      if part.work > 0, let lacking = calendarObstacle(part, on: start) {
        binding = .calendar(lacking.resource)
        start += 1
        continue
      }
      guard let end = end(of: part, from: start), end <= problem.horizon else { break }
      guard let clash = clash(part, start..<end) else {
        if let lacking, case .resource = binding {
          binding = .resource(lacking.resource, blockers: holders[lacking.resource].active(on: lacking.day))
        }
        return .success(
          PlacedPart(span: Span(start: start, end: end), ready: ready.day, binding: binding, tried: tried))
      }
      if clash.day > start, tried.count < 3 { tried.append(start) }
      binding = .resource(clash.resource, blockers: [])
      lacking = clash
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

  private mutating func hold(_ part: Part, _ span: Span, _ activity: Int) {
    for demand in part.demands {
      for day in span.start..<span.end {
        usage[demand.resource][day] += min(demand.units, capacities[demand.resource][day])
      }
      holders[demand.resource].append(activity, span)
    }
  }

  private mutating func release(_ part: Part, _ span: Span) {
    for demand in part.demands {
      for day in span.start..<span.end {
        usage[demand.resource][day] -= min(demand.units, capacities[demand.resource][day])
      }
      holders[demand.resource].removeLast(span)
    }
  }

  /// Says of what no order reaches what it waits for.
  private mutating func settleRest(_ order: PlacementOrder) {
    let reached = Set(order.activities)
    for position in problem.activities.indices where !reached.contains(position) {
      guard placed[position].obstacle == nil else { continue }
      let waits = problem.activities[position].links.first {
        placed.indices.contains($0.activity)
          && (!reached.contains($0.activity) || placed[$0.activity].obstacle != nil)
      }
      placed[position].obstacle = waits.map { .waits(for: $0.activity) } ?? .horizon
    }
  }
}
