internal import Graphs
internal import HeapModule

/// Which parts can be placed only after which others, and lists of parts that keep to it.
///
/// A part waits until what its activity waits for has ended or has started. Something has ended when all its parts are
/// placed and everything has ended that its end waits for; it has started when one of its parts is placed. That one is
/// the part that comes first in the list: an order by starts stays as it is. What is fixed starts whatever it waits for.
struct Precedence: Sendable {
  let numbers: PartNumbers
  /// The activities, each after all that it waits for; without those that wait for themselves, and without those that
  /// wait for one of them.
  let sequence: [Int]
  private let links: [[Link]]
  private let followers: [[(activity: Int, kind: Link.Kind)]]
  /// For how many ends the end of each activity waits.
  private let endCounts: [Int]
  /// Which parts are of activities that do not wait for themselves.
  private let isReached: [Bool]

  init(_ problem: SchedulingProblem) {
    let activities = problem.activities.indices
    numbers = PartNumbers(problem)
    links = problem.activities.map { activity in
      activity.links.filter {
        activities.contains($0.activity) && (activity.fixed == nil || $0.kind == .finishFinish)
      }
    }
    var followers = [[(activity: Int, kind: Link.Kind)]](repeating: [], count: activities.count)
    var open = links.map(\.count)
    for (position, links) in links.enumerated() {
      for link in links { followers[link.activity].append((position, link.kind)) }
    }
    var sequence = activities.filter { open[$0] == 0 }
    var next = 0
    while next < sequence.count {
      for follower in followers[sequence[next]] {
        open[follower.activity] -= 1
        if open[follower.activity] == 0 { sequence.append(follower.activity) }
      }
      next += 1
    }
    self.sequence = sequence
    self.followers = followers
    endCounts = links.map { $0.count { $0.kind == .finishFinish } }
    var isReached = [Bool](repeating: false, count: numbers.count)
    for activity in sequence { for part in numbers.parts(of: activity) { isReached[part] = true } }
    self.isReached = isReached
  }

  /// What waits for itself, one shortest circle of each knot; each waits for the next one in its list.
  var cycles: [[Int]] {
    sequence.count == links.count ? [] : Cycles(links.map { $0.map(\.activity) }).circles()
  }

  /// Whether lists sorted by days need no repair, since what waits never starts nor ends before what it waits for.
  static func mayBeBroken(_ problem: SchedulingProblem) -> Bool {
    problem.activities.contains { activity in
      !activity.links.isEmpty
        && (activity.fixed != nil || activity.links.contains { $0.kind != .finishStart || $0.lag < 0 })
    }
  }

  /// The parts of `list`, which holds none twice, as early as their places there and precedence let them.
  ///
  /// What `sorted` gives with places for urgencies; it takes the list as it comes, and looks only for what was put off.
  func repaired(_ list: [Int]) -> [Int] {
    var place = [Int](repeating: .max, count: numbers.count)
    for (index, part) in list.enumerated() { place[part] = index }
    var walk = Walk(self, place: place)
    var isPutOff = [Bool](repeating: false, count: numbers.count)
    var due = Heap<Candidate>()
    var ready: [Int] = []
    var result: [Int] = []
    result.reserveCapacity(list.count)
    func take(_ part: Int) {
      result.append(part)
      ready.removeAll(keepingCapacity: true)
      walk.put(part, &ready)
      for part in ready where isPutOff[part] {
        due.insert(Candidate(urgency: place[part], place: place[part], part: part))
      }
    }
    for part in list {
      guard walk.open[part] == 0, walk.isReached[part] else {
        isPutOff[part] = true
        continue
      }
      take(part)
      while let next = due.popMin() { take(next.part) }
    }
    return result
  }

  /// The part of each activity that comes first.
  func firstParts(_ place: [Int]) -> [Int] {
    links.indices.map { activity in
      var first = numbers.parts(of: activity).lowerBound
      for part in numbers.parts(of: activity) where place[part] < place[first] { first = part }
      return first
    }
  }

  /// Takes of the parts of `list` that wait for nothing more the most urgent one, again and again; of those that are as
  /// urgent the one whose place is the earliest.
  func sorted(_ list: [Int], place: [Int], urgency: [Int]) -> [Int] {
    var walk = Walk(self, place: place)
    var isListed = [Bool](repeating: false, count: numbers.count)
    for part in list { isListed[part] = true }
    var ready = Heap<Candidate>()
    func add(_ part: Int) {
      guard isListed[part] else { return }
      ready.insert(Candidate(urgency: urgency[part], place: place[part], part: part))
    }
    for part in 0..<numbers.count where walk.open[part] == 0 && walk.isReached[part] { add(part) }
    var result: [Int] = []
    result.reserveCapacity(list.count)
    var next: [Int] = []
    while let first = ready.popMin() {
      result.append(first.part)
      next.removeAll(keepingCapacity: true)
      walk.put(first.part, &next)
      next.forEach(add)
    }
    return result
  }

  /// For each part the most urgent place of those that need it early, its own included; and for each activity the one
  /// that pulls its first part forward, nil where that part's own place holds.
  ///
  /// With `pullingEnds` what the end of an activity waits for is as urgent as that activity itself.
  func urgencies(_ place: [Int], pullingEnds: Bool) -> (urgency: [Int], pulledBy: [Int?]) {
    var urgency = place
    var pulledBy = [Int?](repeating: nil, count: links.count)
    // How urgent it is that an activity ends, and who says so; that it is done with all its work; that single parts are.
    var end = [Pull](repeating: Pull(), count: links.count)
    var all = end
    let first = firstParts(place)
    for activity in sequence.reversed() {
      let parts = numbers.parts(of: activity)
      for part in parts { urgency[part] = min(urgency[part], all[activity].urgency) }
      if urgency[first[activity]] < place[first[activity]] { pulledBy[activity] = all[activity].by }
      let puller = pulledBy[activity] ?? activity
      let own = Pull(urgency: parts.map { urgency[$0] }.min() ?? .max, by: puller)
      for link in links[activity] {
        switch link.kind {
        case .finishStart:
          end[link.activity].take(own)
          all[link.activity].take(own)
        case .finishFinish:
          let pull = pullingEnds ? own : end[activity]
          end[link.activity].take(pull)
          all[link.activity].take(pull)
        case .startStart:
          for part in parts {
            let pull = Pull(urgency: urgency[part], by: puller)
            if place[part] < place[first[link.activity]] {
              all[link.activity].take(pull)
            } else {
              for other in numbers.parts(of: link.activity) where place[other] < place[part] {
                urgency[other] = min(urgency[other], pull.urgency)
              }
              if pull.urgency < place[first[link.activity]] { all[link.activity].name(pull) }
            }
          }
        }
      }
    }
    return (urgency, pulledBy)
  }

  /// How urgent something is for one that waits.
  private struct Pull {
    var urgency = Int.max
    var by: Int?
    private var named = Int.max

    init(urgency: Int = .max, by: Int? = nil) {
      self.urgency = urgency
      self.by = by
    }

    mutating func take(_ other: Pull) {
      name(other)
      urgency = min(urgency, other.urgency)
    }

    /// Remembers who pulls most, where the pull is not about everything.
    mutating func name(_ other: Pull) {
      guard other.urgency < named else { return }
      named = other.urgency
      by = other.by
    }
  }

  private struct Candidate: Comparable {
    let urgency: Int
    let place: Int
    let part: Int

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.urgency, left.place) < (right.urgency, right.place)
    }
  }

  /// Puts one part after the other, and says which ones wait for nothing more then.
  private struct Walk {
    let precedence: Precedence
    let place: [Int]
    let first: [Int]
    /// For how many starts and ends each part still waits.
    var open: [Int]
    /// Which parts are of activities that do not wait for themselves.
    var isReached: [Bool] { precedence.isReached }
    /// How many parts of each activity are not put yet, and for how many ends its own end still waits.
    var left: [(parts: Int, ends: Int)]

    init(_ precedence: Precedence, place: [Int]) {
      self.precedence = precedence
      self.place = place
      first = precedence.firstParts(place)
      open = [Int](repeating: 0, count: precedence.numbers.count)
      left = []
      for (activity, links) in precedence.links.enumerated() {
        let ends = precedence.endCounts[activity]
        left.append((precedence.numbers.parts(of: activity).count, ends))
        for part in precedence.numbers.parts(of: activity) { open[part] = links.count - ends }
      }
    }

    /// Whether a part has to wait for all parts of the activity that it starts after, since it comes before them.
    private func waitsForAll(_ part: Int, of activity: Int) -> Bool { place[part] < place[first[activity]] }

    /// Puts a part, and adds those to `ready` that wait for nothing more then.
    mutating func put(_ part: Int, _ ready: inout [Int]) {
      let activity = precedence.numbers.activity(of: part)
      left[activity].parts -= 1
      if part == first[activity] {
        release(.startStart, of: activity, into: &ready) { !$0.waitsForAll($1, of: activity) }
      }
      guard left[activity].parts == 0 else { return }
      release(.startStart, of: activity, into: &ready) { $0.waitsForAll($1, of: activity) }
      guard left[activity].ends == 0 else { return }
      var ended = [activity]
      while let activity = ended.popLast() {
        release(.finishStart, of: activity, into: &ready) { _, _ in true }
        for follower in precedence.followers[activity] where follower.kind == .finishFinish {
          left[follower.activity].ends -= 1
          if left[follower.activity] == (0, 0) { ended.append(follower.activity) }
        }
      }
    }

    private mutating func release(
      _ kind: Link.Kind, of activity: Int, into ready: inout [Int], where isMeant: (Walk, Int) -> Bool
    ) {
      for follower in precedence.followers[activity] where follower.kind == kind {
        for part in precedence.numbers.parts(of: follower.activity) where isMeant(self, part) {
          open[part] -= 1
          if open[part] == 0 { ready.append(part) }
        }
      }
    }
  }
}
