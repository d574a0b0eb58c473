internal import Scheduling

/// Places the activities of one run: the same problem and order each time, with the run's works.
struct RunDecoder {
  private var problem: SchedulingProblem
  private let order: PlacementOrder
  private let layout: PartLayout
  /// What stands for an end that is later than the horizon.
  let never: Int
  /// The first day of each part, by place.
  private(set) var starts: [Int]
  /// The day after the last one of each part, by place.
  private(set) var ends: [Int]
  /// The day after the last one of each activity, `never` for what was not placed.
  private(set) var activityEnds: [Int]

  init(_ problem: SchedulingProblem, _ order: PlacementOrder, _ layout: PartLayout) {
    self.problem = problem
    self.order = order
    self.layout = layout
    never = problem.horizon + 1
    starts = [Int](repeating: never, count: layout.count)
    ends = starts
    activityEnds = [Int](repeating: never, count: problem.activities.count)
  }

  /// Places everything with the works of a run, by place.
  mutating func decode(_ works: [Int]) {
    for activity in problem.activities.indices {
      for (part, place) in layout.places(of: activity).enumerated() {
        problem.activities[activity].parts[part].work = works[place]
      }
    }
    let schedule = SerialScheduler.schedule(problem, in: order)
    for (activity, placed) in schedule.activities.enumerated() {
      activityEnds[activity] = placed.span?.end ?? never
      for (part, place) in layout.places(of: activity).enumerated() {
        starts[place] = placed.span == nil ? never : placed.parts[part].span.start
        ends[place] = placed.span == nil ? never : placed.parts[part].span.end
      }
    }
  }
}
