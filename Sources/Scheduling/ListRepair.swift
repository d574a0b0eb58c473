internal import HeapModule

/// Makes lists of activities keep to precedence: what comes before something that it waits for is put off until then.
struct ListRepair: Sendable {
  private var after: [[Int]]
  private var waits: [Int]

  /// A repair for lists of the activities of `problem`.
  init(_ problem: SchedulingProblem) {
    let count = problem.activities.count
    after = [[Int]](repeating: [], count: count)
    waits = [Int](repeating: 0, count: count)
    for (position, activity) in problem.activities.enumerated() {
      for link in activity.links where problem.activities.indices.contains(link.activity) {
        after[link.activity].append(position)
        waits[position] += 1
      }
    }
  }

  /// Whether lists sorted by days need no repair, since what waits never starts nor ends before what it waits for.
  static func isNeeded(_ problem: SchedulingProblem) -> Bool {
    problem.activities.contains { activity in
      !activity.links.isEmpty
        && (activity.fixed != nil || activity.links.contains { $0.kind != .finishStart || $0.lag < 0 })
    }
  }

  /// The activities of `list`, which holds none twice, as early as their places there and precedence let them.
  func repaired(_ list: [Int]) -> [Int] {
    var open = waits
    var place = [Int](repeating: -1, count: waits.count)
    for (index, activity) in list.enumerated() { place[activity] = index }
    var ready = Heap(list.indices.filter { open[list[$0]] == 0 })
    var result: [Int] = []
    result.reserveCapacity(list.count)
    while let next = ready.popMin() {
      result.append(list[next])
      for follower in after[list[next]] {
        open[follower] -= 1
        if open[follower] == 0, place[follower] >= 0 { ready.insert(place[follower]) }
      }
    }
    return result
  }
}
