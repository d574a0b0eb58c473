/// Where a search tries orders: the problem forward and backward, and what a schedule is worth.
struct OrderSearch: ~Copyable {
  var forward: FastDecoder
  private var backward: FastDecoder
  /// How many activities there are.
  let count: Int
  let days: Int
  /// The latest end of each activity with which it is not late.
  private let lastEnd: [Int]
  private let due: [Int]
  /// When each activity is delivered, by its end.
  private let deliveries: [Delivery]
  private let delivery: [Int]
  private let weight: [Int]
  private let isDue: Bool
  /// The starts of the committed schedule; -1 where there is none.
  private let committed: [Int]
  /// The activities that may not move.
  private let frozen: [Int]
  private let repair: (forward: Precedence, backward: Precedence)?
  private var buckets: Row<Int>
  /// How many schedules were made.
  var tried = 0
  let budget: Int

  /// How good a schedule is as a place to go on from: less is better.
  struct Fitness: Comparable {
    /// How many activities that may not move no longer keep to what they wait for.
    var broken = 0
    var objective = Objective()
    /// The sum of all starts: of schedules that are worth the same, the one with more room at its end leads further.
    var starts = 0

    static func < (left: Self, right: Self) -> Bool {
      if left.broken != right.broken { return left.broken < right.broken }
      let (one, other) = (left.objective, right.objective)
      if one.unplaced != other.unplaced { return one.unplaced < other.unplaced }
      if one.lateness != other.lateness { return one.lateness < other.lateness }
      if one.makespan != other.makespan { return one.makespan < other.makespan }
      return left.starts < right.starts
    }
  }

  /// A search from the committed schedule, which `decoder` decoded last; `frozen` keep their places in it.
  init(_ problem: SchedulingProblem, committed decoder: borrowing FastDecoder, frozen: [Int], budget: Int) {
    let committedProblem = problem.bounded()
    var problem = committedProblem
    for activity in frozen { problem.activities[activity].fixed = decoder.start(of: activity) }
    let mirror = problem.mirrored()
    forward = FastDecoder(problem)
    backward = FastDecoder(mirror)
    count = problem.activities.count
    days = problem.days
    lastEnd = problem.activities.indices.map { [problem] in problem.lastEnd(of: $0) ?? Int.max }
    due = problem.activities.map { $0.due ?? Int.max }
    deliveries = problem.deliveries
    delivery = problem.activities.map { [problem] activity in
      activity.delivery.flatMap { problem.deliveries.indices.contains($0) ? $0 : nil } ?? -1
    }
    weight = problem.activities.map(\.weight)
    isDue = problem.activities.contains { $0.due != nil }
    committed = problem.activities.indices.map { decoder.start(of: $0) }
    self.frozen = frozen
    self.budget = budget
    repair = Precedence.mayBeBroken(problem) ? (Precedence(committedProblem), Precedence(mirror)) : nil
    buckets = Row(repeating: 0, count: problem.days + 3)
    for (position, activity) in problem.activities.enumerated() where activity.fixed != nil {
      let end = decoder.end(of: position)
      backward.fixedDay[position] = end < 0 ? days + 1 : days - end
      for part in decoder.parts(of: position) where end >= 0 {
        forward.fixedPartDay[part] = decoder.partStart[part]
        backward.fixedPartDay[part] = days - decoder.partEnd[part]
      }
    }
  }

  /// Decodes an order, and says how good the schedule is.
  mutating func decode(_ order: [Int]) -> Fitness {
    tried += 1
    forward.decode(order)
    var fitness = Fitness()
    for activity in 0..<count {
      let end = forward.times[2 &* activity &+ 1]
      if end > fitness.objective.makespan { fitness.objective.makespan = end }
      if end < 0 { fitness.objective.unplaced &+= 1 }
    }
    for part in 0..<forward.partCount { fitness.starts &+= forward.partStart[part] }
    if isDue {
      for activity in 0..<count where forward.times[2 &* activity &+ 1] > lastEnd[activity] {
        let end = forward.times[2 &* activity &+ 1]
        let delivered = delivery[activity] < 0 ? end : deliveries[delivery[activity]][end]
        fitness.objective.lateness += weight[activity] * (delivered - due[activity])
      }
    }
    for activity in frozen where !keepsToItsLinks(activity) { fitness.broken += 1 }
    return fitness
  }

  /// The days by which starts in the schedule decoded last differ from the committed one, each activity's by its weight.
  func moves() -> Int {
    var moves = 0
    for activity in 0..<count where committed[activity] >= 0 && forward.times[2 * activity + 1] >= 0 {
      moves += weight[activity] * abs(forward.times[2 * activity] - committed[activity])
    }
    return moves
  }

  private func keepsToItsLinks(_ activity: Int) -> Bool {
    for wait in forward.firstWait[activity]..<forward.firstWait[activity + 1] {
      let time = forward.times[forward.waitSource[wait]]
      if time < 0 || time + forward.waitLag[wait] > forward.times[2 * activity] { return false }
    }
    return true
  }

  /// Whether a part waits for the activity of another one directly.
  func waits(_ part: Int, for first: Int) -> Bool {
    let (activity, other) = (forward.owner[part], forward.owner[first])
    for wait in forward.firstWait[activity]..<forward.firstWait[activity &+ 1]
    where forward.waitSource[wait] >> 1 == other { return true }
    return false
  }

  /// The list as it can be placed, where sorting and swapping may bring parts before what they wait for.
  func repaired(_ list: [Int]) -> [Int] { repair?.forward.repaired(list) ?? list }

  /// The parts of `order` by their starts in the schedule decoded last, those of one start as they stand there.
  mutating func byStart(_ order: [Int]) -> [Int] { repaired(sorted(order) { $0.forward.partStart[$1] }) }

  /// Shifts everything in the schedule decoded last as late as it may end without being worth less, and says in which
  /// order it starts then (justification: Valls et al., EJOR 165 (2005) 375-386); nil where not everything fits.
  mutating func justified(_ order: [Int], _ makespan: Int) -> [Int]? {
    tried += 1
    for activity in 0..<count {
      let end = forward.times[2 &* activity &+ 1]
      let wanted = lastEnd[activity] == Int.max ? makespan : max(lastEnd[activity], end)
      backward.earliest[activity] = days &- min(makespan, wanted)
    }
    var late = sorted(order.reversed()) { makespan &- $0.forward.partEnd[$1] }
    if let repair { late = repair.backward.repaired(late) }
    backward.decode(late)
    for part in order where backward.partStart[part] < 0 { return nil }
    return repaired(sorted(late.reversed()) { $0.days &- $0.backward.partEnd[$1] })
  }

  /// Sorts by a day from 0 to `days`, keeping the order of those of one day; those before all days come last.
  private mutating func sorted(_ order: [Int], _ day: (borrowing OrderSearch, Int) -> Int) -> [Int] {
    var last = 0
    for activity in order { last = max(last, day(self, activity)) }
    let none = last &+ 1
    for bucket in 0...none &+ 1 { buckets[bucket] = 0 }
    for activity in order {
      let day = day(self, activity)
      buckets[(day < 0 ? none : day) &+ 1] &+= 1
    }
    for bucket in 1...none &+ 1 { buckets[bucket] &+= buckets[bucket &- 1] }
    var result = order
    for activity in order {
      let day = day(self, activity)
      let bucket = day < 0 ? none : day
      result[buckets[bucket]] = activity
      buckets[bucket] &+= 1
    }
    return result
  }
}
