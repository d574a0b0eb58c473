extension FastDecoder {
  /// What is noted while tracing: what each part and each activity waited for.
  struct Trace: ~Copyable {
    var cause: Row<Int>
    /// For each part what it waited for; a part that waited for one of its own activity has the cause of that one.
    var partCause: Row<Int>
    /// For each resource and day the first part that ends there and the decoding that noted it.
    var ending: Row<(round: Int32, part: Int32)>
    var round: Int32 = 0

    init(resources: Int, parts: Int, days: Int, activities: Int) {
      cause = Row(repeating: -1, count: activities)
      partCause = Row(repeating: -1, count: parts)
      ending = Row(repeating: (0, 0), count: resources * (days + 1))
    }
  }

  mutating func startTrace() {
    if trace.round == 0 || trace.round == Int32.max {
      trace = Trace(resources: resourceCount, parts: partCount, days: days, activities: activityCount)
    }
    trace.round += 1
    trace.cause.fill(-1)
  }

  /// Notes what a part waited for that is about to be held: `cause`, or who had the resource on the day `clash`.
  mutating func note(_ part: Int, waitingFor cause: Int, until clash: Int, isLast: Bool) {
    var cause = cause
    if clash >= 0, let resource = lackingResource(part, on: clash) {
      let noted = trace.ending[resource * (days + 1) + clash + 1]
      let holder =
        noted.round == trace.round ? Int(noted.part) : holder(of: resource, on: clash, before: part)
      if let holder { cause = owner[holder] == owner[part] ? trace.partCause[holder] : owner[holder] }
    }
    trace.partCause[part] = cause
    if isLast { trace.cause[owner[part]] = cause }
  }

  /// Notes on which day a part that is held gives back what it holds.
  mutating func noteEnding(_ part: Int) {
    for demand in firstDemand[part]..<firstDemand[part + 1] where partEnd[part] > partStart[part] {
      let cell = demandResource[demand] * (days + 1) + partEnd[part]
      if trace.ending[cell].round != trace.round { trace.ending[cell] = (trace.round, Int32(part)) }
    }
  }

  /// Takes back what was noted about a part that is released.
  mutating func forgetEnding(_ part: Int) {
    for demand in firstDemand[part]..<firstDemand[part + 1] {
      let cell = demandResource[demand] * (days + 1) + partEnd[part]
      if trace.ending[cell].part == Int32(part) { trace.ending[cell].round = 0 }
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
    for part in 0..<partCount where partStart[part] <= day && day < partEnd[part] {
      guard times[2 * owner[part]] >= 0 || (owner[part] == owner[next] && part < next) else { continue }
      for demand in firstDemand[part]..<firstDemand[part + 1] where demandResource[demand] == resource {
        if found.map({ partEnd[$0] < partEnd[part] }) ?? true { found = part }
      }
    }
    return found
  }
}
