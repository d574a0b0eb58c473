extension FastDecoder {
  /// What is noted while tracing.
  struct Trace: ~Copyable {
    /// For each part the one that it waited for.
    var cause: Row<Int>
    /// For each activity the part that starts first, and the one that decides its end.
    var firstPart: Row<Int>
    var lastPart: Row<Int>
    /// For each resource and day the first part that ends there and the decoding that noted it.
    var ending: Row<(round: Int32, part: Int32)>
    var round: Int32 = 0

    init(resources: Int, parts: Int, days: Int, activities: Int) {
      cause = Row(repeating: -1, count: parts)
      firstPart = Row(repeating: -1, count: activities)
      lastPart = Row(repeating: -1, count: activities)
      ending = Row(repeating: (0, 0), count: resources * (days + 1))
    }
  }

  mutating func startTrace() {
    if trace.round == 0 || trace.round == Int32.max {
      trace = Trace(resources: resourceCount, parts: partCount, days: days, activities: activityCount)
    }
    trace.round += 1
  }

  /// Notes what a part waited for that is about to be held: what decides the time `source`, or who had the resource on
  /// the day `clash`.
  mutating func note(_ part: Int, waitingFor source: Int, until clash: Int) {
    var cause = -1
    if source >= 0 { cause = source & 1 == 1 ? trace.lastPart[source >> 1] : trace.firstPart[source >> 1] }
    if clash >= 0, let resource = lackingResource(part, on: clash) {
      let noted = trace.ending[resource * (days + 1) + clash + 1]
      let holder =
        noted.round == trace.round ? Int(noted.part) : holder(of: resource, on: clash, before: part)
      if let holder { cause = holder }
    }
    trace.cause[part] = cause
  }

  /// Notes on which day a part that is held gives back what it holds.
  mutating func noteEnding(_ part: Int) {
    for demand in firstDemand[part]..<firstDemand[part + 1] where partEnd[part] > partStart[part] {
      let cell = demandResource[demand] * (days + 1) + partEnd[part]
      if trace.ending[cell].round != trace.round { trace.ending[cell] = (trace.round, Int32(part)) }
    }
  }

  /// The first resource of a part, in the order of its demands, of which there is too little left on a day.
  private func lackingResource(_ part: Int, on day: Int) -> Int? {
    for demand in firstDemand[part]..<firstDemand[part + 1] {
      let resource = demandResource[demand]
      let cell = resourceColumn[resource] + day
      let mask = resourceMask[resource] & ~guards
      if free[cell] & mask < min(demandLane[demand], capacity[cell] & mask) { return resource }
    }
    return nil
  }

  /// The part that holds a resource on a day and ends last, where none ends right then: the number of units changed.
  private func holder(of resource: Int, on day: Int, before next: Int) -> Int? {
    var found: Int?
    for part in 0..<partCount where partStart[part] >= 0 && part != next {
      guard partStart[part] <= day, day < partEnd[part] else { continue }
      for demand in firstDemand[part]..<firstDemand[part + 1] where demandResource[demand] == resource {
        if found.map({ partEnd[$0] < partEnd[part] }) ?? true { found = part }
      }
    }
    return found
  }
}
