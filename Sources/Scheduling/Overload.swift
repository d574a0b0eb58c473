extension Schedule {
  /// Where fixed activities ask for more units than there are: per resource the spans of days, and who holds it there.
  public func overloads(of problem: SchedulingProblem) -> [Overload] {
    let problem = problem.bounded()
    var holders = [[Holder]](repeating: [], count: problem.resources.count)
    for (position, (activity, placed)) in zip(problem.activities, activities).enumerated() {
      for (part, placed) in zip(activity.parts, placed.parts) {
        guard let placed, placed.span.count > 0 else { continue }
        for demand in part.demands {
          holders[demand.resource].append(Holder(activity: position, units: demand.units, span: placed.span))
        }
      }
    }
    return zip(problem.resources, holders).enumerated().flatMap { index, resource in
      Self.overloads(of: resource.0, index, resource.1)
    }
  }

  private struct Holder {
    let activity: Int
    let units: Int
    let span: Span
  }

  /// The overloads of one resource: a sweep over the days on which anything changes.
  private static func overloads(of resource: Resource, _ index: Int, _ holders: [Holder]) -> [Overload] {
    let starts = holders.indices.sorted { (holders[$0].span.start, $0) < (holders[$1].span.start, $1) }
    let ends = holders.indices.sorted { (holders[$0].span.end, $0) < (holders[$1].span.end, $1) }
    var days = holders.flatMap { [$0.span.start, $0.span.end] } + resource.capacity.steps.map(\.day)
    days.sort()
    var found: [Overload] = []
    var active: [Int] = []
    var asked = 0
    var nextStart = 0
    var nextEnd = 0
    for (start, end) in zip(days, days.dropFirst()) where start < end {
      while nextEnd < ends.count, holders[ends[nextEnd]].span.end <= start {
        asked -= holders[ends[nextEnd]].units
        active.removeAll { $0 == ends[nextEnd] }
        nextEnd += 1
      }
      while nextStart < starts.count, holders[starts[nextStart]].span.start <= start {
        asked += holders[starts[nextStart]].units
        active.append(starts[nextStart])
        nextStart += 1
      }
      let capacity = resource.capacity[start]
      guard asked > capacity else { continue }
      guard active.reduce(0, { $0 + min(holders[$1].units, capacity) }) > capacity else { continue }
      let who = active.sorted().map { holders[$0].activity }
      if let last = found.last, last.span.end == start, last.activities == who, last.capacity == capacity {
        found[found.count - 1].span.end = end
      } else {
        found.append(
          Overload(
            resource: index, span: Span(start: start, end: end), units: asked, capacity: capacity,
            activities: who))
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
