/// How far the engine counts: what lies beyond is read as the nearest number that it can count with.
public enum SchedulingLimits {
  /// The days of the longest schedule.
  public static let days = 65_536
  /// Days times resources, paces and deliveries; where there are many of them, the longest schedule is shorter.
  public static let cells = 8_388_608
  /// The units of a resource.
  public static let units = 1 << 24
  /// The weight of a day of lateness.
  public static let weight = 1 << 24
  /// The work of a part, in thousandths of a day.
  public static let work = days * Pace.full
}

extension SchedulingProblem {
  /// The days that are planned: the horizon as far as the engine counts.
  public var days: Int {
    let rows = max(1, resources.count + paces.count + deliveries.count)
    return max(0, min(horizon, SchedulingLimits.days, SchedulingLimits.cells / rows))
  }

  /// The same problem with numbers that can be counted with, demands of resources that there are, and a part of no work in
  /// activities without parts.
  ///
  /// Links stay where they stand, since reasons refer to them by position: those to no activity are passed over.
  func bounded() -> SchedulingProblem {
    let days = days
    let beyond = days + 1
    var problem = self
    problem.horizon = days
    problem.resources = resources.map { $0.bounded() }
    problem.activities = activities.map { activity in
      var activity = activity
      activity.earliest = activity.earliest.clamped(to: 0...beyond)
      activity.fixed = activity.fixed.map { $0.clamped(to: 0...beyond) }
      activity.due = activity.due.map { $0.clamped(to: 0...beyond) }
      activity.weight = activity.weight.clamped(to: 0...SchedulingLimits.weight)
      activity.links = activity.links.map { link in
        var link = link
        link.lag = link.lag.clamped(to: -beyond...beyond)
        return link
      }
      activity.parts = activity.parts.map { $0.bounded(resources.count, paces.count) }
      if activity.parts.isEmpty { activity.parts = [Part(work: 0)] }
      return activity
    }
    return problem
  }
}

extension Resource {
  fileprivate func bounded() -> Resource {
    let range = 0...SchedulingLimits.units
    func isBounded(_ value: Int) -> Bool { range.contains(value) }
    guard !isBounded(capacity.initial) || !capacity.steps.allSatisfy({ isBounded($0.value) }) else {
      return self
    }
    return Resource(
      capacity: StepFunction(
        initial: capacity.initial.clamped(to: range),
        steps: capacity.steps.map { ($0.day, $0.value.clamped(to: range)) }))
  }
}

extension Part {
  fileprivate func bounded(_ resources: Int, _ paces: Int) -> Part {
    var part = self
    part.work = work.clamped(to: 0...SchedulingLimits.work)
    part.pace = pace.flatMap { (0..<paces).contains($0) ? $0 : nil }
    var merged: [Demand] = []
    var places: [Int: Int] = [:]
    for demand in demands where (0..<resources).contains(demand.resource) && demand.units > 0 {
      let units = min(demand.units, SchedulingLimits.units)
      if let same = places[demand.resource] {
        merged[same].units = min(merged[same].units + units, SchedulingLimits.units)
      } else {
        places[demand.resource] = merged.count
        merged.append(Demand(resource: demand.resource, units: units))
      }
    }
    part.demands = merged
    return part
  }
}

extension Int {
  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
