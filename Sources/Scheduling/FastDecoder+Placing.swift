extension FastDecoder {
  /// Places an activity at the earliest day on which everything that it needs is there.
  @inline(__always) mutating func place(_ activity: Int) {
    guard times[2 &* activity] < 0 else { return }
    var ready = earliest[activity]
    var cause = -1
    for wait in firstWait[activity]..<firstWait[activity &+ 1] {
      let source = waitSource[wait]
      let time = times[source]
      guard time >= 0 else { return }
      let bound = time &+ waitLag[wait]
      if bound > ready {
        ready = bound
        cause = source >> 1
      }
    }
    for hold in firstHold[activity]..<firstHold[activity &+ 1] where times[holdSource[hold]] < 0 { return }
    if isTraced { trace.cause[activity] = cause }

    let parts = firstPart[activity]..<firstPart[activity &+ 1]
    var start = Int.max
    var end = -1
    for part in parts {
      let found = search(part, from: ready)
      guard found.start >= 0 else { return release(parts.lowerBound..<part) }
      partStart[part] = found.start
      partEnd[part] = found.end
      if isTraced { note(part, waitingFor: cause, until: found.clash, isLast: found.end > end) }
      hold(part)
      start = min(start, found.start)
      end = max(end, found.end)
    }
    finish(activity, parts.isEmpty ? ready : start, parts.isEmpty ? ready : end)
  }

  /// Places an activity where it is fixed, whoever else is there.
  mutating func placeFixed(_ activity: Int) {
    guard times[2 &* activity] < 0 else { return }
    let parts = firstPart[activity]..<firstPart[activity &+ 1]
    var end = fixedDay[activity]
    for part in parts {
      partStart[part] = fixedPartDay[part]
      partEnd[part] = self.end(of: part, from: fixedPartDay[part])
      end = max(end, partEnd[part])
    }
    guard heldEnd(activity, end).day <= days else { return }
    for part in parts { holdWhatIsLeft(part) }
    finish(activity, fixedDay[activity], end)
  }

  /// Keeps the place of an activity, its end held back by what says so, if it ends in time.
  @inline(__always) private mutating func finish(_ activity: Int, _ start: Int, _ end: Int) {
    var end = end
    if firstHold[activity] < firstHold[activity &+ 1] {
      let held = heldEnd(activity, end)
      end = held.day
      if isTraced, held.by >= 0 { trace.cause[activity] = held.by }
    }
    let parts = firstPart[activity]..<firstPart[activity &+ 1]
    guard end <= days else { return release(parts) }
    times[2 &* activity] = start
    times[2 &* activity &+ 1] = end
  }

  private func heldEnd(_ activity: Int, _ end: Int) -> (day: Int, by: Int) {
    var held = (day: end, by: -1)
    for hold in firstHold[activity]..<firstHold[activity &+ 1] {
      let time = times[holdSource[hold]]
      if time >= 0, time &+ holdLag[hold] > held.day {
        held = (time &+ holdLag[hold], holdSource[hold] >> 1)
      }
    }
    return held
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

  private mutating func release(_ parts: Range<Int>) {
    for part in parts {
      if isTraced { forgetEnding(part) }
      for word in firstWord[part]..<firstWord[part &+ 1] {
        let column = wordStart[word]
        for day in partStart[part]..<partEnd[part] {
          free[column &+ day] &+= isScarce[part] ? demandThere(word, column &+ day) : wordDemand[word]
        }
      }
      partEnd[part] = partStart[part]
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
