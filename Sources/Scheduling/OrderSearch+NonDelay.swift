extension OrderSearch {
  /// The order of the parallel scheme: of all that has nothing to wait for any more, what can start first comes next, and
  /// of several that can the one that has to end first.
  mutating func nonDelayOrder(_ problem: SchedulingProblem, _ latest: [Int]) -> [Int] {
    tried += 1
    var open = [Int](repeating: 0, count: count)
    var after = [[Int]](repeating: [], count: count)
    for (position, activity) in problem.activities.enumerated() {
      for link in activity.links where problem.activities.indices.contains(link.activity) {
        after[link.activity].append(position)
        open[position] += 1
      }
    }
    forward.clear()
    for activity in 0..<count where forward.isFixed[activity] { forward.placeFixed(activity) }
    var ready = (0..<count).filter { open[$0] == 0 }
    var order: [Int] = []
    order.reserveCapacity(count)
    while !ready.isEmpty {
      var chosen = 0
      var first = (start: Int.max, latest: Int.max)
      for (index, activity) in ready.enumerated() {
        let start = forward.earliestStart(of: activity)
        if (start, latest[activity]) < first {
          first = (start, latest[activity])
          chosen = index
        }
      }
      let activity = ready.remove(at: chosen)
      order.append(activity)
      if !forward.isFixed[activity] { forward.place(activity) }
      for follower in after[activity] {
        open[follower] -= 1
        if open[follower] == 0 { ready.append(follower) }
      }
    }
    return order
  }
}

extension FastDecoder {
  /// The day on which an activity would start if it were placed next; a day that is not planned where it has no place.
  fileprivate func earliestStart(of activity: Int) -> Int {
    if times[2 * activity] >= 0 { return times[2 * activity] }
    var ready = earliest[activity]
    for wait in firstWait[activity]..<firstWait[activity + 1] {
      guard times[waitSource[wait]] >= 0 else { return days + 1 }
      ready = max(ready, times[waitSource[wait]] + waitLag[wait])
    }
    var start = Int.max
    for part in firstPart[activity]..<firstPart[activity + 1] {
      let found = search(part, from: ready).start
      start = min(start, found < 0 ? days + 1 : found)
    }
    return start == Int.max ? ready : start
  }
}
