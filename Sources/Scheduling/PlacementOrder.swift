internal import Graphs
internal import HeapModule

/// The order in which activities are placed: a list of wishes, repaired so that nothing comes before what it waits for.
///
/// An urgent activity pulls what it waits for along: an activity counts as urgent as the most urgent one that waits for
/// it, directly or through others.
public struct PlacementOrder: Sendable, Equatable {
  /// The positions of the activities, the first to be placed first; without those that wait for themselves.
  public let activities: [Int]
  /// For each activity the place in the wishes that it is placed by: its own, or that of the one which pulls it.
  public let urgency: [Int]
  /// For each activity the one that pulls it forward; nil where its own place holds.
  public let pulledBy: [Int?]
  /// What waits for itself, one shortest circle of each knot; each waits for the next one in its list.
  public let cycles: [[Int]]

  /// Repairs `wishes`, the positions of all activities of `problem`, the most urgent first.
  ///
  /// What `wishes` leaves out comes last, by position; what it names twice counts where it comes first.
  public init(_ wishes: [Int], in problem: SchedulingProblem) {
    let count = problem.activities.count
    var place = [Int](repeating: -1, count: count)
    var next = 0
    for activity in wishes + Array(0..<count) where (0..<count).contains(activity) && place[activity] < 0 {
      place[activity] = next
      next += 1
    }
    let before = problem.activities.map { $0.links.map(\.activity).filter((0..<count).contains) }
    var after = [[Int]](repeating: [], count: count)
    for (activity, waits) in before.enumerated() { for first in waits { after[first].append(activity) } }

    // Those that wait for nothing more, again and again: an order in which what waits comes later.
    var open = before.map(\.count)
    var sequence = (0..<count).filter { open[$0] == 0 }
    var position = 0
    while position < sequence.count {
      for follower in after[sequence[position]] {
        open[follower] -= 1
        if open[follower] == 0 { sequence.append(follower) }
      }
      position += 1
    }
    var urgency = place
    var pulledBy = [Int?](repeating: nil, count: count)
    for activity in sequence.reversed() {
      for follower in after[activity] where urgency[follower] < urgency[activity] {
        urgency[activity] = urgency[follower]
        pulledBy[activity] = pulledBy[follower] ?? follower
      }
    }

    open = before.map(\.count)
    var ready = Heap(
      (0..<count).filter { open[$0] == 0 }.map {
        Candidate(urgency: urgency[$0], place: place[$0], activity: $0)
      })
    var order: [Int] = []
    order.reserveCapacity(sequence.count)
    while let first = ready.popMin() {
      order.append(first.activity)
      for follower in after[first.activity] {
        open[follower] -= 1
        if open[follower] == 0 {
          ready.insert(Candidate(urgency: urgency[follower], place: place[follower], activity: follower))
        }
      }
    }
    activities = order
    self.urgency = urgency
    self.pulledBy = pulledBy
    cycles = order.count == count ? [] : Cycles(before).circles()
  }

  private struct Candidate: Comparable {
    let urgency: Int
    let place: Int
    let activity: Int

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.urgency, left.place) < (right.urgency, right.place)
    }
  }
}

extension SchedulingProblem {
  /// The latest end of each activity, counted back from its own due day and from those that wait for it.
  ///
  /// Resources are left out; it is `horizon` where nothing is due. The classic order of urgency (latest finish time,
  /// LFT).
  public func latestFinishes() -> [Int] {
    let problem = bounded()
    let order = PlacementOrder(Array(activities.indices), in: self).activities
    let lengths = problem.activities.map { activity in activity.parts.map { problem.days(of: $0) }.max() ?? 0
    }
    return problem.latestFinishes(order, lengths)
  }

  private func latestFinishes(_ order: [Int], _ lengths: [Int]) -> [Int] {
    var latest = activities.map { min($0.due ?? horizon, horizon) }
    for position in order.reversed() {
      for link in activities[position].links where activities.indices.contains(link.activity) {
        let bound =
          switch link.kind {
          case .finishStart: latest[position] - lengths[position] - link.lag
          case .startStart: latest[position] - lengths[position] - link.lag + lengths[link.activity]
          case .finishFinish: latest[position] - link.lag
          }
        latest[link.activity] = min(latest[link.activity], bound)
      }
    }
    return latest
  }

  /// How many days a part takes at the pace of day 0.
  private func days(of part: Part) -> Int {
    let pace = part.pace.map { paces[$0].days.max() ?? Pace.full } ?? Pace.full
    return pace > 0 ? (part.work + pace - 1) / pace : horizon
  }
}
