internal import Scheduling

/// Walks back from an end to the first day, from each part to the one that it waited for: the chain that decided.
///
/// What a part waited for is read from where the parts stand, as a serial scheduler would say it: a link, or one that
/// held a resource on the day before. Time off between the two is passed over.
struct ChainWalk {
  private let problem: SchedulingProblem
  private let layout: PartLayout
  /// The activity of each part, by place.
  private let activity: [Int]
  /// For each activity its place in the order in which activities are placed.
  private let rank: [Int]
  /// For each resource the parts that hold it, in the order in which they are placed.
  private let holders: [[Holder]]
  /// The days up to which starts are tried.
  private let horizon: Int
  /// For each part the node before it in the run at hand, and the run in which that was found.
  private var memory: [(run: Int, node: Node?)]

  private struct Holder {
    var place: Int
    var units: Int
  }

  /// A step of the chain.
  private enum Node {
    /// The end of a part.
    case part(Int)
    /// The end of an activity, whatever decides it.
    case end(Int)
    /// The start of an activity.
    case start(Int)
  }

  init(_ problem: SchedulingProblem, _ order: PlacementOrder, _ layout: PartLayout) {
    self.problem = problem
    self.layout = layout
    horizon = problem.horizon
    activity = problem.activities.enumerated().flatMap { position, activity in
      repeatElement(position, count: activity.parts.count)
    }
    let sequence =
      order.activities.filter { problem.activities[$0].fixed != nil }
      + order.activities.filter { problem.activities[$0].fixed == nil }
    var rank = [Int](repeating: problem.activities.count, count: problem.activities.count)
    var holders = [[Holder]](repeating: [], count: problem.resources.count)
    for (place, position) in sequence.enumerated() {
      rank[position] = place
      for (part, partPlace) in zip(problem.activities[position].parts, layout.places(of: position)) {
        for demand in part.demands where holders.indices.contains(demand.resource) {
          holders[demand.resource].append(Holder(place: partPlace, units: demand.units))
        }
      }
    }
    self.rank = rank
    self.holders = holders
    memory = [(run: Int, node: Node?)](repeating: (-1, nil), count: layout.count)
  }

  /// Tells each activity on the chain that ends with the end of `target`, once each, the last one first; an activity
  /// whose start alone matters is not on it.
  mutating func walk(back target: Int, run: Int, _ decoder: borrowing RunDecoder, visit: (Int) -> Void) {
    var node: Node? = .end(target)
    var steps = 2 * (layout.count + problem.activities.count)
    var last = -1
    while let current = node, steps > 0 {
      steps -= 1
      switch current {
      case .end(let position): node = decider(ofEnd: position, decoder)
      case .start(let position): node = decider(ofStart: position, run, decoder)
      case .part(let place):
        if activity[place] != last, decoder.ends[place] > decoder.starts[place] {
          last = activity[place]
          visit(last)
        }
        node = cause(ofPart: place, run, decoder)
      }
    }
  }

  /// What an activity's end rests on: its last part, or a link that holds the end back.
  private func decider(ofEnd position: Int, _ decoder: borrowing RunDecoder) -> Node? {
    let end = decoder.activityEnds[position]
    guard end <= horizon else { return nil }
    for place in layout.places(of: position) where decoder.ends[place] == end { return .part(place) }
    for link in problem.activities[position].links where link.kind == .finishFinish {
      if decoder.activityEnds[link.activity] + link.lag == end { return .end(link.activity) }
    }
    return linkDecider(of: position, ready(position, decoder), decoder)
  }

  /// What an activity's start rests on.
  private mutating func decider(ofStart position: Int, _ run: Int, _ decoder: borrowing RunDecoder) -> Node? {
    guard let first = layout.places(of: position).min(by: { decoder.starts[$0] < decoder.starts[$1] }) else {
      return linkDecider(of: position, ready(position, decoder), decoder)
    }
    return cause(ofPart: first, run, decoder)
  }

  private mutating func cause(ofPart place: Int, _ run: Int, _ decoder: borrowing RunDecoder) -> Node? {
    if memory[place].run == run { return memory[place].node }
    let node = findCause(ofPart: place, decoder)
    memory[place] = (run, node)
    return node
  }

  private func findCause(ofPart place: Int, _ decoder: borrowing RunDecoder) -> Node? {
    let position = activity[place]
    guard problem.activities[position].fixed == nil, decoder.starts[place] <= horizon else { return nil }
    let ready = ready(position, decoder)
    let part = problem.activities[position].parts[place - layout.first[position]]
    var day = decoder.starts[place]
    while day > ready, isOff(part, on: day - 1) { day -= 1 }
    if day > ready, let blocker = blocker(of: part, at: place, before: day, decoder) { return .part(blocker) }
    return day > ready ? nil : linkDecider(of: position, ready, decoder)
  }

  /// The first day on which an activity could start, had all resources been free.
  private func ready(_ position: Int, _ decoder: borrowing RunDecoder) -> Int {
    var ready = max(problem.activities[position].earliest, 0)
    for link in problem.activities[position].links { ready = max(ready, bound(link, decoder)) }
    return ready
  }

  /// The link that says that an activity is not ready before `day`; nil where that is its own earliest day.
  private func linkDecider(of position: Int, _ day: Int, _ decoder: borrowing RunDecoder) -> Node? {
    guard day > max(problem.activities[position].earliest, 0) else { return nil }
    for link in problem.activities[position].links where bound(link, decoder) == day {
      return link.kind == .startStart ? .start(link.activity) : .end(link.activity)
    }
    return nil
  }

  private func bound(_ link: Link, _ decoder: borrowing RunDecoder) -> Int {
    switch link.kind {
    case .finishStart: decoder.activityEnds[link.activity] + link.lag
    case .startStart: start(of: link.activity, decoder) + link.lag
    case .finishFinish: 0
    }
  }

  private func start(of position: Int, _ decoder: borrowing RunDecoder) -> Int {
    let places = layout.places(of: position)
    guard !places.isEmpty else { return decoder.activityEnds[position] }
    return places.reduce(Int.max) { min($0, decoder.starts[$1]) }
  }

  /// Whether a part can start on a day by nobody's doing but the calendar's.
  private func isOff(_ part: Part, on day: Int) -> Bool {
    guard part.work > 0 else { return false }
    if let pace = part.pace, problem.paces[pace][day] == 0 { return true }
    return part.demands.contains { max(problem.resources[$0.resource].capacity[day], 0) < $0.units }
  }

  /// One that held, on the day before, what a part needs: the first that ended then, or the first at all.
  private func blocker(
    of part: Part, at place: Int, before day: Int, _ decoder: borrowing RunDecoder
  ) -> Int? {
    let mine = rank[activity[place]]
    for demand in part.demands {
      let capacity = max(problem.resources[demand.resource].capacity[day - 1], 0)
      var taken = min(demand.units, capacity)
      var found: Int?
      for holder in holders[demand.resource] {
        let other = rank[activity[holder.place]]
        if other > mine || other == mine && holder.place >= place { break }
        guard decoder.starts[holder.place] < day, day <= decoder.ends[holder.place],
          decoder.ends[holder.place] <= horizon
        else { continue }
        taken += min(holder.units, capacity)
        if found == nil || decoder.ends[holder.place] == day && found.map({ decoder.ends[$0] }) != day {
          found = holder.place
        }
      }
      if taken > capacity, let found { return found }
    }
    return nil
  }
}
