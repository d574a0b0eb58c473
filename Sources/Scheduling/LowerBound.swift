/// What no schedule in which everything has its place can beat, and why.
public struct LowerBound: Sendable, Equatable {
  /// Why everything cannot end earlier.
  public enum Cause: Sendable, Equatable {
    /// Nothing has to be done.
    case nothing
    /// A chain of activities that wait for one another takes so long; the activity is the last one of it.
    case chain(last: Int)
    /// A resource is busy so long with its work.
    case resource(Int)
  }

  /// The day before which nothing can have ended altogether.
  public var makespan = 0
  /// Why the makespan cannot be less.
  public var cause = Cause.nothing
  /// The days of lateness that no order can avoid, each activity's by its weight: even alone it would end too late.
  public var lateness = 0
  /// The earliest end of each activity if it had all resources for itself; -1 where it has no place even then.
  public var ends: [Int] = []

  /// What no schedule of `problem` can beat.
  public init(_ problem: SchedulingProblem) {
    let problem = problem.bounded()
    var alone = problem
    for position in alone.activities.indices {
      for part in alone.activities[position].parts.indices {
        alone.activities[position].parts[part].demands = []
      }
    }
    var decoder = FastDecoder(alone)
    decoder.decode(PlacementOrder([], in: problem).parts)
    ends = problem.activities.indices.map { decoder.end(of: $0) }
    for (position, activity) in problem.activities.enumerated() where ends[position] >= 0 {
      if ends[position] > makespan {
        makespan = ends[position]
        cause = .chain(last: position)
      }
      if let due = activity.due {
        lateness += activity.weight * max(0, problem.delivered(ends[position], of: position) - due)
      }
    }
    addResources(problem, decoder)
  }

  /// Counts the work of each resource against its units from the first day on which any of it can start.
  private mutating func addResources(_ problem: SchedulingProblem, _ alone: borrowing FastDecoder) {
    let days = problem.days
    let fastest = problem.paces.map { $0.days.max() ?? Pace.full }
    let least = problem.resources.map { $0.capacity.least(before: days) }
    var work = [Int](repeating: 0, count: problem.resources.count)
    var first = [Int](repeating: days, count: problem.resources.count)
    var fixed = [[(units: Int, span: Span)]](repeating: [], count: problem.resources.count)
    for (position, activity) in problem.activities.enumerated() where ends[position] >= 0 {
      let parts = alone.parts(of: position)
      for (part, row) in zip(activity.parts, parts) where part.work > 0 {
        let span = Span(start: alone.partStart[row], end: alone.partEnd[row])
        let pace = part.pace.map { fastest[$0] } ?? Pace.full
        let length = pace > 0 ? (part.work + pace - 1) / pace : 1
        for demand in part.demands {
          if activity.fixed != nil {
            fixed[demand.resource].append((demand.units, span))
          } else {
            // On days on which there are fewer units than it needs, it takes only those.
            let later = min(demand.units, least[demand.resource])
            work[demand.resource] += demand.units + (length - 1) * later
            first[demand.resource] = min(first[demand.resource], span.start)
          }
        }
      }
    }
    for (index, resource) in problem.resources.enumerated() where work[index] > 0 {
      var changes = [Int](repeating: 0, count: days + 1)
      for (units, span) in fixed[index] {
        changes[span.start] += units
        changes[span.end] -= units
      }
      var left = work[index]
      var end = 0
      var taken = 0
      resource.capacity.forEachDay(before: days) { day, units in
        taken += changes[day]
        guard left > 0, day >= first[index] else { return }
        left -= max(0, units - taken)
        end = day + 1
      }
      guard left <= 0, end > makespan else { continue }
      makespan = end
      cause = .resource(index)
    }
  }
}
