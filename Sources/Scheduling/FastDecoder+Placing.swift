extension FastDecoder {
  /// Places a part at the earliest day on which everything that it needs is there.
  @inline(__always) mutating func place(_ part: Int) {
    let activity = owner[part]
    guard partStart[part] < 0, !isLost[activity] else { return }
    var ready = earliest[activity]
    var source = -1
    for wait in firstWait[activity]..<firstWait[activity &+ 1] {
      let time = times[waitSource[wait]]
      guard time >= 0 else { return isLost[activity] = true }
      let bound = time &+ waitLag[wait]
      if bound > ready {
        ready = bound
        source = waitSource[wait]
      }
    }
    let found = search(part, from: ready)
    guard found.start >= 0 else { return isLost[activity] = true }
    partStart[part] = found.start
    partEnd[part] = found.end
    if isTraced { note(part, waitingFor: source, until: found.clash) }
    hold(part)
    put(part, of: activity)
  }

  /// Places the parts of an activity where they are fixed, whoever else is there, if they end in time.
  mutating func placeFixed(_ activity: Int) {
    let parts = firstPart[activity]..<firstPart[activity &+ 1]
    guard times[2 &* activity] < 0, !isLost[activity] else { return }
    var last = fixedDay[activity]
    for part in parts { last = max(last, end(of: part, from: fixedPartDay[part])) }
    guard last <= days else { return isLost[activity] = true }
    for part in parts {
      partStart[part] = fixedPartDay[part]
      partEnd[part] = end(of: part, from: fixedPartDay[part])
      if isTraced { note(part, waitingFor: -1, until: -1) }
      holdWhatIsLeft(part)
      put(part, of: activity)
    }
  }

  /// Notes when a part starts and ends, and the end of its activity where that was the last thing lacking.
  @inline(__always) private mutating func put(_ part: Int, of activity: Int) {
    let start = times[2 &* activity]
    if start < 0 || partStart[part] < start {
      times[2 &* activity] = partStart[part]
      if isTraced { trace.firstPart[activity] = part }
    }
    if partEnd[part] > lastEnd[activity] {
      lastEnd[activity] = partEnd[part]
      if isTraced { trace.lastPart[activity] = part }
    } else if isTraced, partEnd[part] == lastEnd[activity], owner[trace.lastPart[activity]] != activity {
      // What holds the end back says so only where it is later than all parts.
      trace.lastPart[activity] = part
    }
    open[activity] &-= 1
    if open[activity] == 0 { finish(activity) }
  }

  /// Notes the end of an activity, if it comes in time, and of those whose ends wait for it.
  @inline(__always) private mutating func finish(_ activity: Int) {
    guard lastEnd[activity] <= days else { return isLost[activity] = true }
    times[2 &* activity &+ 1] = lastEnd[activity]
    if hasHeld, firstHeld[activity] < firstHeld[activity &+ 1] { finishHeld(activity) }
  }

  private mutating func finishHeld(_ activity: Int) {
    var ended = [activity]
    while let first = ended.popLast() {
      for place in firstHeld[first]..<firstHeld[first &+ 1] {
        let activity = held[place]
        let end = times[2 &* first &+ 1] &+ heldLag[place]
        if end > lastEnd[activity] {
          lastEnd[activity] = end
          if isTraced { trace.lastPart[activity] = trace.lastPart[first] }
        }
        open[activity] &-= 1
        guard open[activity] == 0 else { continue }
        guard lastEnd[activity] <= days else {
          isLost[activity] = true
          continue
        }
        times[2 &* activity &+ 1] = lastEnd[activity]
        ended.append(activity)
      }
    }
  }

  /// The day after the one on which a part is done that starts on `start`; a day that is not planned where it never is.
  @inline(__always) private func end(of part: Int, from start: Int) -> Int {
    pace[part] < 0 ? start &+ length[part] : pacedEnd(of: part, from: start)
  }

  private func pacedEnd(of part: Int, from start: Int) -> Int {
    guard work[part] > 0 else { return start }
    guard start < days else { return days &+ 1 }
    let sums = pace[part] &* (days &+ 1)
    let goal = paceSum[sums &+ start] &+ work[part]
    guard paceSum[sums &+ days] >= goal else { return days &+ 1 }
    // No day brings more than a full one, so that what is missing says how far to go at least.
    var end = start &+ length[part]
    for _ in 0..<8 {
      let missing = goal &- paceSum[sums &+ end]
      guard missing > 0 else { return end }
      end &+= missing <= Pace.full ? 1 : FastDecoder.length(missing)
    }
    var high = days
    while end < high {
      let middle = (end &+ high) / 2
      if paceSum[sums &+ middle] < goal { end = middle &+ 1 } else { high = middle }
    }
    return end
  }

  /// The earliest place of a part from a day on, -1 for none; and the last day on which a resource was taken before it.
  @inline(__always) func search(_ part: Int, from ready: Int) -> (start: Int, end: Int, clash: Int) {
    guard ready <= staffedUntil[part], ready <= days else { return (-1, -1, -1) }
    guard work[part] > 0 else { return (ready, ready, -1) }
    let words = firstWord[part]..<firstWord[part &+ 1]
    if words.count == 1, pace[part] < 0, !isScarce[part] {
      return searchEvenly(wordStart[words.lowerBound], wordDemand[words.lowerBound], length[part], ready)
    }
    var start = ready
    var known = ready
    var lastClash = -1
    while start < days {
      if pace[part] >= 0 {
        start = nextWorkday[pace[part] &* days &+ start]
        guard start < days else { break }
      }
      if isScarce[part], !isStaffed(words, on: start) {
        start &+= 1
        continue
      }
      let end = self.end(of: part, from: start)
      guard end <= days else { break }
      let clash = clash(words, isScarce[part], max(known, start)..<end)
      guard clash >= 0 else { return (start, end, lastClash) }
      lastClash = clash
      start = clash &+ 1
      known = end
    }
    return (-1, -1, -1)
  }

  /// The same for a part of one word that always takes as long and as much.
  @inline(__always) private func searchEvenly(
    _ word: Int, _ demand: UInt64, _ length: Int, _ ready: Int
  ) -> (start: Int, end: Int, clash: Int) {
    var start = ready
    var known = ready
    var clash = -1
    var end = start &+ length
    while end <= days {
      var day = end &- 1
      while day >= known, (free[word &+ day] &- demand) & guards == guards { day &-= 1 }
      guard day >= known else { return (start, end, clash) }
      clash = day
      start = day &+ 1
      known = end
      end = start &+ length
    }
    return (-1, -1, -1)
  }

  /// Whether on a day there are as many units as a part needs, whoever has them.
  private func isStaffed(_ words: Range<Int>, on day: Int) -> Bool {
    for word in words where (capacity[wordStart[word] &+ day] &- wordDemand[word]) & guards != guards {
      return false
    }
    return true
  }

  /// The last of `days` on which a resource is taken; -1 for none.
  @inline(__always) private func clash(_ words: Range<Int>, _ isScarce: Bool, _ days: Range<Int>) -> Int {
    var clash = -1
    for word in words {
      let column = wordStart[word]
      let last = max(days.lowerBound, clash &+ 1)
      var day = days.upperBound &- 1
      if isScarce {
        while day >= last, fits(demandThere(word, column &+ day), column &+ day) { day &-= 1 }
      } else {
        while day >= last, fits(wordDemand[word], column &+ day) { day &-= 1 }
      }
      if day >= last { clash = day }
    }
    return clash
  }

  @inline(__always) private func fits(_ demand: UInt64, _ cell: Int) -> Bool {
    (free[cell] &- demand) & guards == guards
  }

  /// What a demand takes in a cell: what it asks for, or all that there is where that is less.
  @inline(__always) private func demandThere(_ word: Int, _ cell: Int) -> UInt64 {
    let there = capacity[cell]
    let enough = (there &- wordDemand[word]) & guards
    let lanes = enough &- (enough >> (laneWidth &- 1))
    return (wordDemand[word] & lanes) | (there & ~guards & ~lanes)
  }

  @inline(__always) private mutating func hold(_ part: Int) {
    let days = partStart[part]..<partEnd[part]
    touched = max(touched, days.upperBound)
    if isTraced { noteEnding(part) }
    for word in firstWord[part]..<firstWord[part &+ 1] {
      let column = wordStart[word]
      if isScarce[part] {
        for day in days { free[column &+ day] &-= demandThere(word, column &+ day) }
      } else {
        let demand = wordDemand[word]
        for day in days { free[column &+ day] &-= demand }
      }
    }
  }

  /// Takes what a fixed part needs, or all that is left where that is less.
  private mutating func holdWhatIsLeft(_ part: Int) {
    let days = partStart[part]..<partEnd[part]
    touched = max(touched, days.upperBound)
    if isTraced { noteEnding(part) }
    for word in firstWord[part]..<firstWord[part &+ 1] {
      let column = wordStart[word]
      for day in days {
        let left = free[column &+ day]
        let enough = (left &- wordDemand[word]) & guards
        let lanes = enough &- (enough >> (laneWidth &- 1))
        free[column &+ day] = left &- ((wordDemand[word] & lanes) | (left & ~guards & ~lanes))
      }
    }
  }
}
