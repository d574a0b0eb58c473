/// The free units of several resources on a day in one word: each has a lane, and a lane's top bit is always set, so that
/// one subtraction shows whether all of them suffice (the top bits survive where they do).
struct CapacityWords {
  /// The bits of a lane.
  let width: UInt64
  /// The top bit of every lane.
  let guards: UInt64
  /// For each resource the word that its lane is in.
  private(set) var word: [Int]
  /// For each resource how far its lane is shifted.
  private(set) var shift: [UInt64]
  /// How many words a day has.
  let words: Int
  /// The largest number in a lane.
  var most: Int { (1 << (Int(width) - 1)) - 1 }

  /// Lanes for the resources of `problem`; resources that parts need together lie in one word where they fit.
  init(_ problem: SchedulingProblem) {
    let most = problem.resources.reduce(0) { max($0, $1.capacity.largest(from: Int.min)) }
    let width = most < 127 ? 8 : most < 32_767 ? 16 : 32
    let lanes = 64 / width
    var guards: UInt64 = 0
    for lane in 0..<lanes { guards |= 1 << UInt64(lane * width + width - 1) }
    self.width = UInt64(width)
    self.guards = guards
    word = [Int](repeating: -1, count: problem.resources.count)
    shift = [UInt64](repeating: 0, count: problem.resources.count)
    var next = 0
    func lane(_ resource: Int, _ word: inout [Int], _ shift: inout [UInt64]) {
      guard word[resource] < 0 else { return }
      word[resource] = next / lanes
      shift[resource] = UInt64(next % lanes * width)
      next += 1
    }
    for activity in problem.activities {
      for part in activity.parts { for demand in part.demands { lane(demand.resource, &word, &shift) } }
    }
    for resource in word.indices { lane(resource, &word, &shift) }
    words = (next + lanes - 1) / lanes
  }

  /// What a demand takes from its word; more than there ever is of a resource counts as one more than that.
  func lane(_ demand: Demand) -> UInt64 { UInt64(min(demand.units, most)) << shift[demand.resource] }
}
