/// Serial schedule generation: takes parts in an order and places each at the earliest day on which everything that it
/// needs is there.
///
/// A part never delays one that comes before it in the order, cutting work under an order by starts delays nothing, and
/// every part has one binding reason, noted while it is placed (Kolisch, EJOR 90 (1996) 320-333, on the scheme). Fixed
/// activities are placed first and even where resources are lacking; `overloads` tells where.
public struct SerialScheduler {
  private let problem: SchedulingProblem
  private let numbers: PartNumbers
  private let capacities: [[Int]]
  /// For each activity those whose ends wait for its own.
  private let held: [[Int]]
  private var usage: [[Int]]
  private var holders: [ResourceHolders]
  private var placed: [PlacedActivity]
  /// The first day of each activity among the parts that are placed; nil before.
  private var starts: [Int?]
  /// How many parts are not placed yet, and for how many ends the end of each activity still waits.
  private var left: [(parts: Int, ends: Int)]

  /// Places all parts of `problem` in `order`.
  public static func schedule(_ problem: SchedulingProblem, in order: PlacementOrder) -> Schedule {
    var scheduler = SerialScheduler(problem)
    let activities = scheduler.problem.activities
    for cycle in order.cycles {
      for (place, activity) in cycle.enumerated() where activities.indices.contains(activity) {
        scheduler.placed[activity].obstacle = .cycle(Array(cycle[place...] + cycle[..<place]))
      }
    }
    let known = order.parts.filter { (0..<scheduler.numbers.count).contains($0) }
    let fixed = known.filter { activities[scheduler.numbers.activity(of: $0)].fixed != nil }
    let free = known.filter { activities[scheduler.numbers.activity(of: $0)].fixed == nil }
    for part in fixed { scheduler.placeFixed(scheduler.numbers.activity(of: part)) }
    for part in free { scheduler.place(part) }
    scheduler.settleRest()
    return Schedule(activities: scheduler.placed, order: fixed + free)
  }

  private init(_ problem: SchedulingProblem) {
    let problem = problem.bounded()
    self.problem = problem
    let days = problem.days
    numbers = PartNumbers(problem)
    capacities = problem.resources.map { resource in
      var capacities: [Int] = []
      capacities.reserveCapacity(days)
      resource.capacity.forEachDay(before: days) { capacities.append($1) }
      return capacities
    }
    usage = problem.resources.map { _ in [Int](repeating: 0, count: days) }
    holders = problem.resources.map { _ in ResourceHolders(days: days) }
    placed = problem.activities.map { PlacedActivity(parts: $0.parts.map { _ in nil }) }
    starts = problem.activities.map { _ in nil }
    left = problem.activities.map { ($0.parts.count, 0) }
    var held = [[Int]](repeating: [], count: problem.activities.count)
    for (position, activity) in problem.activities.enumerated() {
      for link in activity.links where link.kind == .finishFinish && held.indices.contains(link.activity) {
        held[link.activity].append(position)
        left[position].ends += 1
      }
      // Whoever needs more than there ever is does not begin with the rest of it either.
      guard activity.fixed == nil else { continue }
      placed[position].obstacle =
        activity.parts.lazy.compactMap {
          Self.shortage($0, from: activity.earliest, in: problem)
        }.first
    }
    self.held = held
  }

  /// Why a part has no place from a day on, whoever else works: there are never as many units as it needs.
  private static func shortage(_ part: Part, from day: Int, in problem: SchedulingProblem) -> Obstacle? {
    for demand in part.demands {
      let most = problem.resources[demand.resource].capacity.largest(from: day)
      if most < demand.units {
        return .understaffed(resource: demand.resource, needed: demand.units, most: most)
      }
    }
    return nil
  }

  private mutating func place(_ number: Int) {
    let position = numbers.activity(of: number)
    let index = numbers.place(of: number)
    let activity = problem.activities[position]
    guard placed[position].obstacle == nil, placed[position].parts[index] == nil,
      let ready = readiness(of: activity, at: position)
    else { return }
    switch search(activity.parts[index], ready) {
    case .success(let found):
      hold(activity.parts[index], found.span, number)
      put(found, at: index, of: position)
    case .failure(let failure): placed[position].obstacle = failure.obstacle
    }
  }

  /// Places all parts of an activity where it is fixed, if they end in time.
  private mutating func placeFixed(_ position: Int) {
    let activity = problem.activities[position]
    guard let fixed = activity.fixed, placed[position].obstacle == nil, placed[position].parts[0] == nil
    else {
      return
    }
    let start = max(fixed, 0)
    let ends = activity.parts.map { end(of: $0, from: start) ?? .max }
    guard ends.allSatisfy({ $0 <= problem.horizon }) else {
      placed[position].obstacle = .horizon
      return
    }
    for (index, (part, end)) in zip(activity.parts, ends).enumerated() {
      let span = Span(start: start, end: end)
      hold(part, span, numbers.parts(of: position).lowerBound + index)
      put(
        PlacedPart(span: span, ready: start, readiness: .fixed, binding: .fixed), at: index, of: position)
    }
  }

  /// Notes a part, and the end of its activity and of those whose ends wait for it, where that was the last thing lacking.
  private mutating func put(_ part: PlacedPart, at index: Int, of position: Int) {
    placed[position].parts[index] = part
    starts[position] = min(starts[position] ?? .max, part.span.start)
    left[position].parts -= 1
    var ended = left[position] == (0, 0) ? [position] : []
    while let position = ended.popLast() {
      finish(position)
      guard placed[position].span != nil else { continue }
      for follower in held[position] {
        left[follower].ends -= 1
        if left[follower] == (0, 0) { ended.append(follower) }
      }
    }
  }

  /// Notes the end of an activity of which nothing is lacking, if it comes in time.
  private mutating func finish(_ position: Int) {
    guard let start = starts[position] else { return }
    var end = placed[position].parts.reduce(start) { max($0, $1?.span.end ?? start) }
    for (index, link) in problem.activities[position].links.enumerated() where link.kind == .finishFinish {
      guard placed.indices.contains(link.activity), let first = placed[link.activity].span,
        first.end + link.lag > end
      else { continue }
      end = first.end + link.lag
      placed[position].heldBy = index
    }
    guard end <= problem.horizon else {
      placed[position].heldBy = nil
      placed[position].obstacle = .horizon
      return
    }
    placed[position].span = Span(start: start, end: end)
  }

  private struct Ready {
    var day: Int
    var binding: Binding
  }

  private struct Failure: Error { let obstacle: Obstacle }

  /// The first day on which an activity may start, and what says so; notes the obstacle and is nil where none is.
  private mutating func readiness(of activity: Activity, at position: Int) -> Ready? {
    var ready = Ready(day: 0, binding: .firstDay)
    if activity.earliest > 0 { ready = Ready(day: activity.earliest, binding: .earliest) }
    for (index, link) in activity.links.enumerated() where placed.indices.contains(link.activity) {
      let bound: Int?
      switch link.kind {
      case .finishStart: bound = placed[link.activity].span?.end
      case .startStart: bound = starts[link.activity]
      case .finishFinish: continue
      }
      guard let bound else {
        placed[position].obstacle = .waits(for: link.activity)
        return nil
      }
      if bound + link.lag > ready.day { ready = Ready(day: bound + link.lag, binding: .link(index)) }
    }
    return ready
  }

  private func end(of part: Part, from start: Int) -> Int? {
    part.pace.map { problem.paces[$0] }.map { $0.end(of: part.work, from: start) }
      ?? start + (part.work + Pace.full - 1) / Pace.full
  }

  private func search(_ part: Part, _ ready: Ready) -> Result<PlacedPart, Failure> {
    if let shortage = Self.shortage(part, from: ready.day, in: problem) {
      return .failure(Failure(obstacle: shortage))
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
          PlacedPart(
            span: Span(start: start, end: end), ready: ready.day, readiness: ready.binding, binding: binding,
            tried: tried))
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

  private mutating func hold(_ part: Part, _ span: Span, _ number: Int) {
    for demand in part.demands {
      for day in span.start..<span.end {
        usage[demand.resource][day] += min(demand.units, capacities[demand.resource][day])
      }
      holders[demand.resource].append(number, span)
    }
  }

  /// Says of what has no end what it waits for.
  private mutating func settleRest() {
    for position in problem.activities.indices where placed[position].span == nil {
      guard placed[position].obstacle == nil else { continue }
      let waits = problem.activities[position].links.first {
        placed.indices.contains($0.activity) && placed[$0.activity].span == nil
      }
      placed[position].obstacle = waits.map { .waits(for: $0.activity) } ?? .horizon
    }
  }
}
