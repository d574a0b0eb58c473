/// The order in which parts are placed: a list of wishes, repaired so that nothing comes before what it waits for.
///
/// An urgent activity pulls what it waits for along: a part counts as urgent as the most urgent one that waits for it,
/// directly or through others.
public struct PlacementOrder: Sendable, Equatable {
  /// The numbers of the parts, the first to be placed first; without those of activities that wait for themselves.
  public let parts: [Int]
  /// For each activity the one that pulls it forward; nil where its own place holds.
  public let pulledBy: [Int?]
  /// What waits for itself, one shortest circle of each knot; each waits for the next one in its list.
  public let cycles: [[Int]]

  /// Repairs `wishes`, the numbers of the parts of `problem`, the most urgent first.
  ///
  /// What `wishes` leaves out comes last, by number; what it names twice counts where it comes first. With `pullingEnds`,
  /// as is right for an order by importance, what holds back only the end of an urgent activity is pulled along too; an
  /// order by starts has to stay as it is.
  public init(_ wishes: [Int], in problem: SchedulingProblem, pullingEnds: Bool = true) {
    let precedence = Precedence(problem)
    let count = precedence.numbers.count
    var place = [Int](repeating: -1, count: count)
    var list: [Int] = []
    list.reserveCapacity(count)
    for wished in [wishes[...], Array(0..<count)[...]] {
      for part in wished where (0..<count).contains(part) && place[part] < 0 {
        place[part] = list.count
        list.append(part)
      }
    }
    let (urgency, pulledBy) = precedence.urgencies(place, pullingEnds: pullingEnds)
    parts = precedence.sorted(list, place: place, urgency: urgency)
    self.pulledBy = pulledBy
    cycles = precedence.cycles
  }
}

extension SchedulingProblem {
  /// The latest end of each activity, counted back from its own due day and from those that wait for it.
  ///
  /// Resources are left out; it is `horizon` where nothing is due. The classic order of urgency (latest finish time,
  /// LFT).
  public func latestFinishes() -> [Int] {
    let problem = bounded()
    let lengths = problem.activities.map { activity in activity.parts.map { problem.days(of: $0) }.max() ?? 0
    }
    return problem.latestFinishes(Precedence(problem).sequence, lengths)
  }

  private func latestFinishes(_ sequence: [Int], _ lengths: [Int]) -> [Int] {
    var latest = activities.indices.map { min(lastEnd(of: $0) ?? horizon, horizon) }
    for position in sequence.reversed() {
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
