extension SchedulingProblem {
  /// The same problem seen from its last planned day backward: what comes first there ends last here.
  ///
  /// Due days and earliest days are left out; the search sets them from the schedule that it looks at. Orders that are
  /// decoded in it are only wishes for the problem itself: work needs all units on its last day there.
  func mirrored() -> SchedulingProblem {
    let problem = bounded()
    let days = problem.days
    var mirror = problem
    mirror.resources = problem.resources.map { resource in
      var steps: [(day: Int, value: Int)] = []
      resource.capacity.forEachDay(before: days) { day, units in
        if steps.last?.value != units { steps.append((day, units)) }
      }
      // A number that holds from one day to before the next one holds there from the mirrored next one on.
      let ends = steps.dropFirst().map(\.day) + [days]
      let mirrored = zip(steps, ends).map { (day: days - $1, value: $0.value) }
      return Resource(capacity: StepFunction(initial: steps.last?.value ?? 0, steps: mirrored))
    }
    mirror.paces = problem.paces.map { pace in Pace((0..<days).reversed().map { pace[$0] }) }
    for position in mirror.activities.indices {
      mirror.activities[position].links = []
      mirror.activities[position].earliest = 0
      mirror.activities[position].due = nil
      mirror.activities[position].fixed = mirror.activities[position].fixed.map { _ in 0 }
    }
    for (position, activity) in problem.activities.enumerated() {
      for link in activity.links where problem.activities.indices.contains(link.activity) {
        let kind: Link.Kind =
          switch link.kind {
          case .finishStart: .finishStart
          case .startStart: .finishFinish
          case .finishFinish: .startStart
          }
        mirror.activities[link.activity].links.append(Link(to: position, kind, lag: link.lag))
      }
    }
    return mirror
  }
}
