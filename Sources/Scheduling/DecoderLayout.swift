/// A problem laid out in rows for `FastDecoder`; its numbers are bounded already.
struct DecoderLayout {
  var firstPart = [0]
  var firstWait = [0]
  var waitSource: [Int] = []
  var waitLag: [Int] = []
  var firstHeld = [0]
  var held: [Int] = []
  var heldLag: [Int] = []
  var open: [Int] = []
  var isHopeless: [Bool] = []
  var owner: [Int] = []
  var work: [Int] = []
  var fixedPartDay: [Int] = []
  var pace: [Int] = []
  var staffedUntil: [Int] = []
  var isScarce: [Bool] = []
  var firstWord = [0]
  var wordStart: [Int] = []
  var wordDemand: [UInt64] = []
  var firstDemand = [0]
  var demandResource: [Int] = []
  var demandLane: [UInt64] = []
  var capacity: [UInt64] = []
  var paceSum: [Int] = []
  var nextWorkday: [Int] = []
  let words: CapacityWords

  init(_ problem: SchedulingProblem) {
    words = CapacityWords(problem)
    let days = problem.days
    let least = problem.resources.map { $0.capacity.least(before: days) }
    var heldBy = [[(activity: Int, lag: Int)]](repeating: [], count: problem.activities.count)
    for (position, activity) in problem.activities.enumerated() {
      var ends = 0
      for link in activity.links where problem.activities.indices.contains(link.activity) {
        switch link.kind {
        case .finishStart, .startStart:
          waitSource.append(2 * link.activity + (link.kind == .finishStart ? 1 : 0))
          waitLag.append(link.lag)
        case .finishFinish:
          heldBy[link.activity].append((position, link.lag))
          ends += 1
        }
      }
      for part in activity.parts {
        add(part, problem, least)
        owner.append(position)
        fixedPartDay.append(activity.fixed ?? -1)
      }
      firstPart.append(owner.count)
      firstWait.append(waitSource.count)
      open.append(activity.parts.count + ends)
      let isStaffed = staffedUntil.suffix(activity.parts.count).allSatisfy { activity.earliest <= $0 }
      isHopeless.append(activity.fixed == nil && !isStaffed)
    }
    for held in heldBy {
      self.held += held.map(\.activity)
      heldLag += held.map(\.lag)
      firstHeld.append(self.held.count)
    }
    addCapacity(problem.resources, days)
    for pace in problem.paces { add(pace, days) }
  }

  private mutating func add(_ part: Part, _ problem: SchedulingProblem, _ least: [Int]) {
    work.append(part.work)
    pace.append(part.pace ?? -1)
    var staffedUntil = Int.max
    var isScarce = false
    var taken: [(word: Int, lanes: UInt64)] = []
    for demand in part.demands {
      staffedUntil = min(staffedUntil, problem.resources[demand.resource].capacity.lastDay(of: demand.units))
      isScarce = isScarce || demand.units > least[demand.resource]
      demandResource.append(demand.resource)
      demandLane.append(words.lane(demand))
      taken.append((words.word[demand.resource], words.lane(demand)))
    }
    taken.sort { $0.word < $1.word }
    for (index, (word, lanes)) in taken.enumerated() {
      if index > 0, taken[index - 1].word == word {
        wordDemand[wordDemand.count - 1] |= lanes
      } else {
        wordStart.append(word * problem.days)
        wordDemand.append(lanes)
      }
    }
    self.staffedUntil.append(staffedUntil)
    self.isScarce.append(isScarce)
    firstWord.append(wordStart.count)
    firstDemand.append(demandResource.count)
  }

  private mutating func addCapacity(_ resources: [Resource], _ days: Int) {
    capacity = [UInt64](repeating: words.guards, count: words.words * days)
    for (index, resource) in resources.enumerated() {
      resource.capacity.forEachDay(before: days) { day, units in
        capacity[words.word[index] * days + day] |= UInt64(units) << words.shift[index]
      }
    }
  }

  private mutating func add(_ pace: Pace, _ days: Int) {
    var sum = 0
    var workdays = [Int](repeating: days, count: days)
    for day in 0..<days {
      paceSum.append(sum)
      sum += pace[day]
    }
    paceSum.append(sum)
    var next = days
    for day in (0..<days).reversed() {
      if pace[day] > 0 { next = day }
      workdays[day] = next
    }
    nextWorkday += workdays
  }
}

extension StepFunction {
  /// The least number on the days from 0 to before `end`.
  func least(before end: Int) -> Int {
    var least = self[0]
    for step in steps where step.day > 0 && step.day < end { least = min(least, step.value) }
    return least
  }

  /// The last day on which the number is at least `value`; `Int.max` where that goes on for ever, -1 where it never is.
  func lastDay(of value: Int) -> Int {
    guard let last = steps.last else { return initial >= value ? Int.max : -1 }
    if last.value >= value { return Int.max }
    for (index, step) in steps.enumerated().reversed() {
      let before = index == 0 ? initial : steps[index - 1].value
      if before >= value { return max(step.day, 0) - 1 }
    }
    return -1
  }

  /// Calls `body` with each day from 0 to before `end` and the number on it.
  func forEachDay(before end: Int, _ body: (Int, Int) -> Void) {
    var value = initial
    var next = 0
    for day in 0..<max(end, 0) {
      while next < steps.count, steps[next].day <= day {
        value = steps[next].value
        next += 1
      }
      body(day, value)
    }
  }
}
