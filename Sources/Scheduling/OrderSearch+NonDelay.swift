extension OrderSearch {
  /// The order of the parallel scheme: of all that has nothing to wait for any more, what can start first comes next, and
  /// of several that can the one that has to end first.
  mutating func nonDelayOrder(_ problem: SchedulingProblem, _ latest: [Int]) -> [Int] {
    tried += 1
    // What waits, for whatever of another activity, comes after all of its parts.
    var open = [Int](repeating: 0, count: count)
    var left = (0..<count).map { forward.parts(of: $0).count }
    var after = [[Int]](repeating: [], count: count)
    for (position, activity) in problem.activities.enumerated() {
      for link in activity.links where problem.activities.indices.contains(link.activity) {
        after[link.activity].append(position)
        open[position] += 1
      }
    }
    forward.clear()
    for activity in 0..<count where forward.isFixed[activity] { forward.placeFixed(activity) }
    var ready = (0..<count).filter { open[$0] == 0 }.flatMap { forward.parts(of: $0) }
    var order: [Int] = []
    order.reserveCapacity(forward.partCount)
    while !ready.isEmpty {
      var chosen = 0
      var first = (start: Int.max, latest: Int.max)
      for (index, part) in ready.enumerated() {
        let start = forward.earliestStart(ofPart: part)
        let urgency = latest[forward.owner[part]]
        if (start, urgency) < first {
          first = (start, urgency)
          chosen = index
        }
      }
      let part = ready.remove(at: chosen)
      let activity = forward.owner[part]
      order.append(part)
      if !forward.isFixed[activity] { forward.place(part) }
      left[activity] -= 1
      guard left[activity] == 0 else { continue }
      for follower in after[activity] {
        open[follower] -= 1
        if open[follower] == 0 { ready += forward.parts(of: follower) }
      }
    }
    return order
  }
}

extension FastDecoder {
  /// The day on which a part would start if it were placed next; a day that is not planned where it has no place.
  fileprivate func earliestStart(ofPart part: Int) -> Int {
    if partStart[part] >= 0 { return partStart[part] }
    let activity = owner[part]
    var ready = earliest[activity]
    for wait in firstWait[activity]..<firstWait[activity + 1] {
      guard times[waitSource[wait]] >= 0 else { return days + 1 }
      ready = max(ready, times[waitSource[wait]] + waitLag[wait])
    }
    let found = search(part, from: ready).start
    return found < 0 ? days + 1 : found
  }
}
